import type { Selectable } from 'kysely';
import type { Records } from './client.ts';
import type { WorkspaceTable } from './tables.ts';

export type Workspace = Selectable<WorkspaceTable>;

/** The workspace, made with its defaults when it does not exist yet. */
export async function ensureWorkspace(records: Records, id: string, timeZone: string): Promise<Workspace> {
  await records
    .insertInto('workspaces')
    .values({ id, name: id, timeZone, businessCalendar: 'always' })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return getWorkspace(records, id);
}

export async function getWorkspace(records: Records, id: string): Promise<Workspace> {
  return records.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export async function updateWorkspace(
  records: Records,
  id: string,
  changes: Partial<Pick<Workspace, 'name' | 'timeZone' | 'businessCalendar' | 'foldedSeq' | 'foldedRulesVersion'>>,
): Promise<void> {
  await records.updateTable('workspaces').set(changes).where('id', '=', id).execute();
}

/** Says that rules changed: facts folded before are stale until they are folded again. */
export async function bumpRulesVersion(records: Records, id: string): Promise<void> {
  await records
    .updateTable('workspaces')
    .set((set) => ({ rulesVersion: set('rulesVersion', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
