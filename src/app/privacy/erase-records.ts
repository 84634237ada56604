import { compileMentions, type Sought } from '#domain/privacy/find-mentions.ts';
import type { Records } from '#records/client.ts';

/** Rows read at once. */
const PAGE = 1_000;

/**
 * Removes from the records what speaks of some customers: rejected events and lines are deleted, names of imported files
 * and details of their failures are emptied. The answer counts the rejected ones deleted, by customer.
 */
export async function eraseFromRecords(
  records: Records,
  workspace: string,
  people: readonly Sought[],
): Promise<Map<string, number>> {
  const removed = new Map<string, number>();
  for await (const { id, customers } of listLettersOf(records, workspace, people)) {
    for (const customer of customers) removed.set(customer, (removed.get(customer) ?? 0) + 1);
    await records.deleteFrom('deadLetters').where('workspace', '=', workspace).where('id', '=', id).execute();
  }
  await eraseFromImports(records, workspace, compileMentions(people));
  return removed;
}

/** Whether a rejected event or line speaks of a customer. */
export async function isInRejected(records: Records, workspace: string, person: Sought): Promise<boolean> {
  for await (const _ of listLettersOf(records, workspace, [person])) return true;
  return false;
}

/** The rejected events and lines that speak of some customers, as they were sent. */
export async function* listLettersOf(records: Records, workspace: string, people: readonly Sought[]) {
  const mentions = compileMentions(people);
  for (let after = 0; ; ) {
    const letters = await records
      .selectFrom('deadLetters')
      .select(['id', 'line', 'path', 'code', 'reason', 'raw', 'createdAt'])
      .where('workspace', '=', workspace)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const last = letters.at(-1);
    if (last === undefined) return;
    after = last.id;
    for (const letter of letters) {
      const customers = mentions(`${letter.raw}\n${letter.reason}\n${letter.path ?? ''}`);
      if (customers.size > 0) yield { ...letter, customers };
    }
  }
}

async function eraseFromImports(
  records: Records,
  workspace: string,
  mentions: (raw: string) => Set<string>,
): Promise<void> {
  const imports = await records
    .selectFrom('imports')
    .select(['id', 'name', 'errorParams'])
    .where('workspace', '=', workspace)
    .execute();
  for (const { id, name, errorParams } of imports) {
    const changes = {
      ...(mentions(name).size > 0 ? { name: '…' } : {}),
      ...(errorParams !== null && mentions(JSON.stringify(errorParams)).size > 0 ? { errorParams: '{}' } : {}),
    };
    if (Object.keys(changes).length === 0) continue;
    await records.updateTable('imports').set(changes).where('workspace', '=', workspace).where('id', '=', id).execute();
  }
}
