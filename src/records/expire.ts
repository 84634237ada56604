import type { RetentionCutoffs } from '#domain/privacy/retention.ts';
import type { Records } from './client.ts';

/** Rejected events, imports that have ended and entries of the audit log that are past their time. */
export interface ExpiredRecords {
  readonly rejected: number;
  readonly imports: number;
  readonly auditEntries: number;
}

type Cutoffs = Pick<RetentionCutoffs, 'imports' | 'audit'>;

/** Before every row: nothing is past its time. */
const never = new Date(0);

function datesOf({ imports, audit }: Cutoffs) {
  return {
    imports: imports === null ? never : new Date(imports),
    audit: audit === null ? never : new Date(audit),
  };
}

/** Deletes what is past its time, and counts it. Entries of the audit log can only be deleted by the whole installation. */
export async function expireRecords(everywhere: Records, workspace: string, cutoffs: Cutoffs): Promise<ExpiredRecords> {
  const { imports, audit } = datesOf(cutoffs);
  const [rejected, ended, entries] = [
    await everywhere
      .deleteFrom('deadLetters')
      .where('workspace', '=', workspace)
      .where('createdAt', '<', imports)
      .executeTakeFirst(),
    await everywhere
      .deleteFrom('imports')
      .where('workspace', '=', workspace)
      .where('finishedAt', '<', imports)
      .executeTakeFirst(),
    await everywhere.deleteFrom('audit').where('workspace', '=', workspace).where('at', '<', audit).executeTakeFirst(),
  ];
  return {
    rejected: Number(rejected.numDeletedRows),
    imports: Number(ended.numDeletedRows),
    auditEntries: Number(entries.numDeletedRows),
  };
}

/** Counts what `expireRecords` would delete. */
export async function countExpiredRecords(
  records: Records,
  workspace: string,
  cutoffs: Cutoffs,
): Promise<ExpiredRecords> {
  const { imports, audit } = datesOf(cutoffs);
  const [rejected, ended, entries] = [
    await records
      .selectFrom('deadLetters')
      .select(({ fn }) => fn.countAll().as('n'))
      .where('workspace', '=', workspace)
      .where('createdAt', '<', imports)
      .executeTakeFirstOrThrow(),
    await records
      .selectFrom('imports')
      .select(({ fn }) => fn.countAll().as('n'))
      .where('workspace', '=', workspace)
      .where('finishedAt', '<', imports)
      .executeTakeFirstOrThrow(),
    await records
      .selectFrom('audit')
      .select(({ fn }) => fn.countAll().as('n'))
      .where('workspace', '=', workspace)
      .where('at', '<', audit)
      .executeTakeFirstOrThrow(),
  ];
  return { rejected: Number(rejected.n), imports: Number(ended.n), auditEntries: Number(entries.n) };
}

/** Deletes what lets nobody in any more as of `now`, and failed sign-ins before `failuresBefore`. */
export async function removeExpiredAccess(everywhere: Records, now: Date, failuresBefore: Date): Promise<void> {
  for (const table of ['sessions', 'verifications', 'oneTimeLinks', 'invitations'] as const) {
    await everywhere.deleteFrom(table).where('expiresAt', '<', now).execute();
  }
  await everywhere.deleteFrom('signInFailures').where('failedAt', '<', failuresBefore).execute();
}
