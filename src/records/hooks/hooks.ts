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

/** The next version of a webhook. Null: it is not at this one any more, or gone. */
export async function updateHook(
  records: Records,
  { workspace, id, version }: Pick<Hook, 'workspace' | 'id' | 'version'>,
  changes: Updateable<HookTable>,
): Promise<Hook | null> {
  const query = records.updateTable('hooks').set({ ...changes, version: version + 1 });
  const held = query.where('workspace', '=', workspace).where('id', '=', id).where('version', '=', version);
  return (await held.returningAll().executeTakeFirst()) ?? null;
}

/** The new secret takes the place of `sealed`, which holds beside it until an instant. Null: it is no longer what is sealed. */
export async function rotateSecret(
  records: Records,
  { workspace, id, sealed }: Hook,
  next: { readonly sealed: string; readonly oldUntil: Date },
): Promise<Hook | null> {
  const query = records.updateTable('hooks').set({ ...next, oldSealed: sealed });
  const held = query.where('workspace', '=', workspace).where('id', '=', id).where('sealed', '=', sealed);
  return (await held.returningAll().executeTakeFirst()) ?? null;
}

/** Old secrets that hold no more are forgotten, of webhooks and of channels. */
export async function forgetOldSecrets(everywhere: Records, now: Date): Promise<void> {
  for (const table of ['hooks', 'channels'] as const) {
    const query = everywhere.updateTable(table).set({ oldSealed: null, oldUntil: null });
    await query.where('oldUntil', '<=', now).execute();
  }
}

/** Null: there was none. */
export async function removeHook(records: Records, workspace: string, id: string): Promise<Hook | null> {
  const query = records.deleteFrom('hooks').where('workspace', '=', workspace).where('id', '=', id);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}
