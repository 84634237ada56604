import type { Insertable, Selectable } from 'kysely';
import { type NotificationPreferences, usualPreferences } from '#domain/notification/notification-preferences.ts';
import type { Records } from '../client.ts';
import type { NotificationTable } from './talk-tables.ts';

export type NotificationRecord = Selectable<NotificationTable>;

/** Adds one; false: it was told before, or to somebody who is no member any more. */
export async function addNotification(records: Records, row: Insertable<NotificationTable>): Promise<boolean> {
  const query = records.insertInto('notifications').values(row);
  const added = await query
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Of a member; one who never chose has the usual ones. */
export async function getPreferences(
  records: Records,
  workspace: string,
  userId: string,
): Promise<NotificationPreferences> {
  const query = records.selectFrom('notificationPreferences').select(['ways', 'quiet']);
  const row = await query.where('workspace', '=', workspace).where('userId', '=', userId).executeTakeFirst();
  return row ?? usualPreferences;
}

/** Of all members who chose, by the id of the user. */
export async function listAllPreferences(
  records: Records,
  workspace: string,
): Promise<ReadonlyMap<string, NotificationPreferences>> {
  const query = records.selectFrom('notificationPreferences').select(['userId', 'ways', 'quiet']);
  const rows = await query.where('workspace', '=', workspace).execute();
  return new Map(rows.map(({ userId, ways, quiet }) => [userId, { ways, quiet }]));
}

export async function savePreferences(
  records: Records,
  workspace: string,
  userId: string,
  { ways, quiet }: NotificationPreferences,
): Promise<void> {
  const held = { ways: JSON.stringify(ways), quiet: quiet === null ? null : JSON.stringify(quiet) };
  await records
    .insertInto('notificationPreferences')
    .values({ workspace, userId, ...held })
    .onConflict((conflict) => conflict.columns(['workspace', 'userId']).doUpdateSet(held))
    .execute();
}

/** Where a page goes on: after the row of this instant and id. */
export interface After {
  readonly at: Date;
  readonly id: string;
}

const shownTo = (records: Records, workspace: string, userId: string) =>
  records
    .selectFrom('notifications')
    .where('workspace', '=', workspace)
    .where('userId', '=', userId)
    .where('inApp', '=', true);

/** What stands on a member's screen, the newest first. */
export async function listNotifications(
  records: Records,
  workspace: string,
  userId: string,
  { unread, after, limit }: { readonly unread: boolean; readonly after: After | null; readonly limit: number },
): Promise<NotificationRecord[]> {
  let query = shownTo(records, workspace, userId).selectAll();
  if (unread) query = query.where('readAt', 'is', null);
  if (after !== null) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('createdAt', 'id'), '<', tuple(eb.val(after.at), eb.val(after.id))),
    );
  }
  return query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

export async function countUnread(records: Records, workspace: string, userId: string): Promise<number> {
  const { n } = await shownTo(records, workspace, userId)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Marks one as read at an instant, or as unread. False: there is none of theirs. */
export async function markNotification(
  records: Records,
  { workspace, userId, id }: { readonly workspace: string; readonly userId: string; readonly id: string },
  readAt: Date | null,
): Promise<boolean> {
  const query = records.updateTable('notifications').set({ readAt }).where('workspace', '=', workspace);
  const done = await query.where('userId', '=', userId).where('id', '=', id).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function markAllRead(records: Records, workspace: string, userId: string, at: Date): Promise<void> {
  const query = records.updateTable('notifications').set({ readAt: at }).where('workspace', '=', workspace);
  await query.where('userId', '=', userId).where('readAt', 'is', null).execute();
}

/** Takes back what was told of something, as far as it is still on screens or not mailed. */
export async function withdrawNotifications(records: Records, workspace: string, dedupeKey: string): Promise<void> {
  const query = records.deleteFrom('notifications').where('workspace', '=', workspace);
  await query.where('dedupeKey', '=', dedupeKey).execute();
}

/** Forgets what was told before an instant. */
export async function forgetNotifications(everywhere: Records, before: Date): Promise<void> {
  await everywhere.deleteFrom('notifications').where('createdAt', '<', before).execute();
}

/** What a notification says of people, of every one of a workspace. */
export async function listNaming(records: Records, workspace: string) {
  const query = records.selectFrom('notifications').select(['id', 'params', 'excerpt', 'link']);
  return query.where('workspace', '=', workspace).execute();
}

export async function findNotification(
  records: Records,
  workspace: string,
  id: string,
): Promise<NotificationRecord | null> {
  const query = records.selectFrom('notifications').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

export async function removeNotification(records: Records, workspace: string, id: string): Promise<void> {
  await records.deleteFrom('notifications').where('workspace', '=', workspace).where('id', '=', id).execute();
}
