import type { Erasure } from '#domain/privacy/erasure.ts';
import { compileMentions, type Sought } from '#domain/privacy/find-mentions.ts';
import { type AuditRow, listAudit, rewriteAuditDetails } from '#records/audit.ts';
import type { Records } from '#records/client.ts';

/** Entries read at once. */
const PAGE = 1_000;

type Details = AuditRow['details'];

/**
 * What the audit log tells of some customers asks for the pseudonym; details that still tell of them are emptied. Who did
 * what and when stays. `everywhere` are the records of the installation, which alone may change the log.
 */
export async function eraseFromAudit(
  everywhere: Records,
  workspace: string,
  people: readonly Sought[],
  erasures: ReadonlyMap<string, Erasure>,
): Promise<void> {
  const mentions = compileMentions(people);
  for (let after: number | null = null; ; ) {
    const rows: AuditRow[] = await listAudit(everywhere, workspace, {}, { order: 'asc', after, limit: PAGE });
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    for (const { id, details } of rows) {
      if (mentions(JSON.stringify(details)).size === 0) continue;
      const renamed = rename(details, erasures);
      const kept = mentions(JSON.stringify(renamed)).size > 0 ? {} : renamed;
      await rewriteAuditDetails(everywhere, workspace, id, kept);
    }
  }
}

function rename(details: Details, erasures: ReadonlyMap<string, Erasure>): Details {
  return JSON.parse(JSON.stringify(details), (_, value: unknown) =>
    typeof value === 'string' ? (erasures.get(value)?.pseudonym ?? value) : value,
  );
}
