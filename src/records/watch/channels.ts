import type { Insertable, Selectable } from 'kysely';
import type { Records } from '../client.ts';
import type { ChannelTable } from './watch-tables.ts';

export type Channel = Selectable<ChannelTable>;

/** Null: there is one of that id. */
export async function addChannel(records: Records, channel: Insertable<ChannelTable>): Promise<Channel | null> {
  const query = records.insertInto('channels').values(channel);
  const added = await query
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return added ?? null;
}

/** By name. */
export async function listChannels(records: Records, workspace: string): Promise<Channel[]> {
  const query = records.selectFrom('channels').selectAll().where('workspace', '=', workspace);
  return query.orderBy('name').orderBy('id').execute();
}

export async function findChannel(records: Records, workspace: string, id: string): Promise<Channel | null> {
  const query = records.selectFrom('channels').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** The new secret takes the place of `sealed`, which holds beside it until an instant. Null: it is no longer what is sealed. */
export async function rotateChannel(
  records: Records,
  { workspace, id, sealed }: Channel,
  next: { readonly sealed: string; readonly oldUntil: Date },
): Promise<Channel | null> {
  const query = records.updateTable('channels').set({ ...next, oldSealed: sealed });
  const held = query.where('workspace', '=', workspace).where('id', '=', id).where('sealed', '=', sealed);
  return (await held.returningAll().executeTakeFirst()) ?? null;
}

/** Null: there was none. */
export async function removeChannel(records: Records, workspace: string, id: string): Promise<Channel | null> {
  const query = records.deleteFrom('channels').where('workspace', '=', workspace).where('id', '=', id);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}
