import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Records } from '../client.ts';
import type { DashboardTable } from './saved-tables.ts';

export type DashboardRecord = Selectable<DashboardTable>;

export async function addDashboard(records: Records, dashboard: Insertable<DashboardTable>): Promise<DashboardRecord> {
  return records.insertInto('dashboards').values(dashboard).returningAll().executeTakeFirstOrThrow();
}

/** By title. */
export async function listDashboards(records: Records, workspace: string): Promise<DashboardRecord[]> {
  const query = records.selectFrom('dashboards').selectAll().where('workspace', '=', workspace);
  return query.orderBy('title').orderBy('id').execute();
}

export async function findDashboard(records: Records, workspace: string, id: string): Promise<DashboardRecord | null> {
  const query = records.selectFrom('dashboards').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** Replaces a version of a dashboard by the next. Null: it is not at this version any more, or gone. */
export async function replaceDashboard(
  records: Records,
  of: { readonly workspace: string; readonly id: string; readonly version: number },
  changes: Updateable<DashboardTable>,
): Promise<DashboardRecord | null> {
  const query = records
    .updateTable('dashboards')
    .set({ ...changes, version: of.version + 1 })
    .where('workspace', '=', of.workspace)
    .where('id', '=', of.id)
    .where('version', '=', of.version);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}

export async function removeDashboard(records: Records, workspace: string, id: string): Promise<void> {
  await records.deleteFrom('dashboards').where('workspace', '=', workspace).where('id', '=', id).execute();
}
