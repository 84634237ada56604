import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Records } from './client.ts';
import type { DeadLetterTable, ImportTable } from './tables.ts';

export type ImportRecord = Selectable<ImportTable>;
export type DeadLetter = Omit<Insertable<DeadLetterTable>, 'workspace' | 'id' | 'createdAt'>;

/** One that is there already stays as it is. */
export async function startImport(
  records: Records,
  record: Pick<ImportRecord, 'workspace' | 'id' | 'name' | 'source' | 'bytesTotal' | 'startedAt'>,
): Promise<void> {
  const counts = { bytesRead: 0, accepted: 0, duplicates: 0, rejected: 0, tickets: null };
  await records
    .insertInto('imports')
    .values({ ...record, ...counts, state: 'reading' })
    .onConflict((conflict) => conflict.columns(['workspace', 'id']).doNothing())
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

const unfinished = ['reading', 'folding'] as const;

/** The ids of imports that run, or whose process died; the newest last. */
export async function listUnfinishedImports(records: Records, workspace: string): Promise<string[]> {
  const rows = await records
    .selectFrom('imports')
    .select('id')
    .where('workspace', '=', workspace)
    .where('state', 'in', unfinished)
    .orderBy('startedAt')
    .execute();
  return rows.map(({ id }) => id);
}

/** Says of an unfinished import that it was cut off. */
export async function markInterrupted(
  records: Records,
  workspace: string,
  id: string,
  finishedAt: Date,
): Promise<void> {
  await records
    .updateTable('imports')
    .set({ state: 'interrupted', finishedAt })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('state', 'in', unfinished)
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
