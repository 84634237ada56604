import type { Insertable, Selectable } from 'kysely';
import type { Records } from './client.ts';
import type { LinkTable } from './tables.ts';

export type Link = Selectable<LinkTable>;

export async function addLink(records: Records, link: Insertable<LinkTable>): Promise<Link> {
  return records.insertInto('links').values(link).returningAll().executeTakeFirstOrThrow();
}

/** The newest first. */
export async function listLinks(records: Records, workspace: string): Promise<Link[]> {
  return records
    .selectFrom('links')
    .selectAll()
    .where('workspace', '=', workspace)
    .orderBy('createdAt', 'desc')
    .execute();
}

/** Null: there was none. */
export async function removeLink(records: Records, workspace: string, id: string): Promise<Link | null> {
  const query = records.deleteFrom('links').where('workspace', '=', workspace).where('id', '=', id);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}

/** By the hash of its secret, in whatever workspace: for connections of the whole installation. */
export async function findLink(everywhere: Records, hash: string, now: Date): Promise<Link | null> {
  const query = everywhere.selectFrom('links').selectAll().where('hash', '=', hash).where('expiresAt', '>', now);
  return (await query.executeTakeFirst()) ?? null;
}

export async function touchLink(everywhere: Records, id: string, now: Date): Promise<void> {
  await everywhere.updateTable('links').set({ lastOpenedAt: now }).where('id', '=', id).execute();
}
