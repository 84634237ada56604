import type { Selectable } from 'kysely';
import type { Records } from './client.ts';
import type { WorkspaceTable } from './tables.ts';

export type Workspace = Selectable<WorkspaceTable>;

/** Makes a workspace with its defaults; one that exists stays as it is. The answer says whether it is new. */
export async function ensureWorkspace(
  records: Records,
  workspace: { readonly id: string; readonly timeZone: string; readonly name?: string },
): Promise<boolean> {
  const { id, timeZone, name = id } = workspace;
  const made = await records
    .insertInto('workspaces')
    .values({ id, name, timeZone, businessCalendar: 'always' })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findWorkspace(records: Records, id: string): Promise<Workspace | null> {
  return (await records.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The oldest first. */
export async function listWorkspaces(records: Records): Promise<Workspace[]> {
  return records.selectFrom('workspaces').selectAll().orderBy('createdAt').orderBy('id').execute();
}

export async function listWorkspaceIds(records: Records): Promise<string[]> {
  const rows = await records.selectFrom('workspaces').select('id').orderBy('createdAt').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

export async function getWorkspace(records: Records, id: string): Promise<Workspace> {
  return records.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** Another calendar of business time is a change of the rules: all facts are stale from then on. */
export async function updateWorkspace(
  records: Records,
  id: string,
  changes: Partial<Pick<Workspace, 'name' | 'timeZone' | 'businessCalendar' | 'foldedSeq' | 'agentsSeeNames'>>,
): Promise<void> {
  await records
    .updateTable('workspaces')
    .set((set) => ({
      ...changes,
      ...(changes.businessCalendar !== undefined && { rulesVersion: set('rulesVersion', '+', 1) }),
    }))
    .where('id', '=', id)
    .execute();
}

/** Says that rules changed: facts folded before are stale until they are folded again. */
export async function bumpRulesVersion(records: Records, id: string): Promise<void> {
  await records
    .updateTable('workspaces')
    .set((set) => ({ rulesVersion: set('rulesVersion', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
