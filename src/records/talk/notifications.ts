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
