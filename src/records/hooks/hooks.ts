import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Records } from '../client.ts';
import type { HookTable } from './hook-table.ts';

export type Hook = Selectable<HookTable>;

export async function addHook(records: Records, hook: Insertable<HookTable>): Promise<Hook> {
  return records.insertInto('hooks').values(hook).returningAll().executeTakeFirstOrThrow();
}

/** By name. */
export async function listHooks(records: Records, workspace: string): Promise<Hook[]> {
  return records
    .selectFrom('hooks')
    .selectAll()
    .where('workspace', '=', workspace)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** In whatever workspace it is: who posts to it names none. */
export async function findHookAnywhere(everywhere: Records, id: string): Promise<Hook | null> {
  return (await everywhere.selectFrom('hooks').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function findHook(records: Records, workspace: string, id: string): Promise<Hook | null> {
  const query = records.selectFrom('hooks').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** Null: there is none. */
export async function updateHook(
  records: Records,
  { workspace, id }: Pick<Hook, 'workspace' | 'id'>,
  changes: Updateable<HookTable>,
): Promise<Hook | null> {
  const query = records.updateTable('hooks').set(changes).where('workspace', '=', workspace).where('id', '=', id);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}

/** Null: there was none. */
export async function removeHook(records: Records, workspace: string, id: string): Promise<Hook | null> {
  const query = records.deleteFrom('hooks').where('workspace', '=', workspace).where('id', '=', id);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}
