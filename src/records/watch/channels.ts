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

/** Null: there was none. */
export async function removeChannel(records: Records, workspace: string, id: string): Promise<Channel | null> {
  const query = records.deleteFrom('channels').where('workspace', '=', workspace).where('id', '=', id);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}
