import type { Selectable, Updateable } from 'kysely';
import type { Records } from './client.ts';
import type { UserTable } from './tables.ts';

export type User = Selectable<UserTable>;

/** Addresses are kept in small letters. */
export async function findUserByEmail(records: Records, email: string): Promise<User | null> {
  const query = records.selectFrom('users').selectAll().where('email', '=', email.toLowerCase());
  return (await query.executeTakeFirst()) ?? null;
}

export async function findUser(records: Records, id: string): Promise<User | null> {
  return (await records.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Names by id. For connections of the whole installation. */
export async function listUserNames(everywhere: Records, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await everywhere.selectFrom('users').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function hasUsers(records: Records): Promise<boolean> {
  return (await records.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function updateUser(
  records: Records,
  id: string,
  changes: Pick<Updateable<UserTable>, 'name' | 'operator' | 'language' | 'timeZone' | 'theme'>,
): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await records
    .updateTable('users')
    .set({ ...changes, updatedAt: new Date() })
    .where('id', '=', id)
    .execute();
}

export async function hasPassword(records: Records, userId: string): Promise<boolean> {
  const query = records.selectFrom('logins').select('id').where('userId', '=', userId);
  return (await query.where('providerId', '=', 'credential').executeTakeFirst()) !== undefined;
}

export interface OpenSession {
  readonly id: string;
  readonly token: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string | null;
  readonly ipAddress: string | null;
}

/** Sessions that have not expired, the latest used first. */
export async function listOpenSessions(records: Records, userId: string, now: Date): Promise<OpenSession[]> {
  return records
    .selectFrom('sessions')
    .select(['id', 'token', 'createdAt', 'updatedAt', 'expiresAt', 'userAgent', 'ipAddress'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .orderBy('updatedAt', 'desc')
    .execute();
}

/** Ends every session of a user but one; how many there were. */
export async function endSessions(records: Records, userId: string, but: string | null = null): Promise<number> {
  let query = records.deleteFrom('sessions').where('userId', '=', userId);
  if (but !== null) query = query.where('id', '!=', but);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

export async function endSession(records: Records, id: string): Promise<void> {
  await records.deleteFrom('sessions').where('id', '=', id).execute();
}

/** Notes when a session was last used. */
export async function touchSession(records: Records, id: string, at: Date): Promise<void> {
  await records.updateTable('sessions').set({ updatedAt: at }).where('id', '=', id).execute();
}
