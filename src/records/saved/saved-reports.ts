import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Records } from '../client.ts';
import type { SavedReportTable } from './saved-tables.ts';

export type SavedReportRecord = Selectable<SavedReportTable>;

export async function addSavedReport(
  records: Records,
  saved: Insertable<SavedReportTable>,
): Promise<SavedReportRecord> {
  return records.insertInto('savedReports').values(saved).returningAll().executeTakeFirstOrThrow();
}

/** By title. */
export async function listSavedReports(records: Records, workspace: string): Promise<SavedReportRecord[]> {
  const query = records.selectFrom('savedReports').selectAll().where('workspace', '=', workspace);
  return query.orderBy('title').orderBy('id').execute();
}

export async function findSavedReport(
  records: Records,
  workspace: string,
  id: string,
): Promise<SavedReportRecord | null> {
  const query = records.selectFrom('savedReports').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** Null: there is none. */
export async function updateSavedReport(
  records: Records,
  workspace: string,
  id: string,
  changes: Updateable<SavedReportTable>,
): Promise<SavedReportRecord | null> {
  const query = records
    .updateTable('savedReports')
    .set(changes)
    .where('workspace', '=', workspace)
    .where('id', '=', id);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}

export async function removeSavedReport(records: Records, workspace: string, id: string): Promise<void> {
  await records.deleteFrom('savedReports').where('workspace', '=', workspace).where('id', '=', id).execute();
}
