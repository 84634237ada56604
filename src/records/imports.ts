import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Records } from './client.ts';
import type { DeadLetterTable, ImportTable } from './tables.ts';

export type ImportRecord = Selectable<ImportTable>;
export type DeadLetter = Omit<Insertable<DeadLetterTable>, 'workspace' | 'id' | 'createdAt'>;

export async function startImport(
  records: Records,
  record: { workspace: string; id: string; name: string; source: string; bytesTotal: number | null },
): Promise<void> {
  const counts = { bytesRead: 0, accepted: 0, duplicates: 0, rejected: 0, tickets: null };
  await records
    .insertInto('imports')
    .values({ ...record, ...counts, state: 'reading', startedAt: new Date() })
    .execute();
}

export async function updateImport(
  records: Records,
  workspace: string,
  id: string,
  changes: Updateable<ImportTable>,
): Promise<void> {
  await records.updateTable('imports').set(changes).where('workspace', '=', workspace).where('id', '=', id).execute();
}

export async function findImport(records: Records, workspace: string, id: string): Promise<ImportRecord | null> {
  const query = records.selectFrom('imports').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** Newest first. */
export async function listImports(records: Records, workspace: string, limit = 50): Promise<ImportRecord[]> {
  return records
    .selectFrom('imports')
    .selectAll()
    .where('workspace', '=', workspace)
    .orderBy('startedAt', 'desc')
    .limit(limit)
    .execute();
}

/** Imports that a stop of the process cut off are said to be so: running them again completes them. */
export async function markInterruptedImports(records: Records, workspace: string): Promise<void> {
  await records
    .updateTable('imports')
    .set({ state: 'interrupted', finishedAt: new Date() })
    .where('workspace', '=', workspace)
    .where('state', 'in', ['reading', 'folding'])
    .execute();
}

export async function addDeadLetters(
  records: Records,
  workspace: string,
  letters: readonly DeadLetter[],
): Promise<void> {
  for (let start = 0; start < letters.length; start += 500) {
    const slice = letters.slice(start, start + 500);
    // PostgreSQL's text cannot hold a zero byte; a broken file may.
    const values = slice.map((letter) => ({ ...letter, workspace, raw: letter.raw.replaceAll('\0', '\u2400') }));
    await records.insertInto('deadLetters').values(values).execute();
  }
}

export async function listDeadLetters(records: Records, workspace: string, importId: string | null, limit = 100) {
  let query = records.selectFrom('deadLetters').selectAll().where('workspace', '=', workspace);
  if (importId) query = query.where('importId', '=', importId);
  return query.orderBy('id').limit(limit).execute();
}
