import type { Insertable, Selectable } from 'kysely';
import type { Records } from './client.ts';
import type { TokenTable } from './tables.ts';

export type Token = Selectable<TokenTable>;

export async function addToken(records: Records, token: Insertable<TokenTable>): Promise<Token> {
  return records.insertInto('tokens').values(token).returningAll().executeTakeFirstOrThrow();
}

/** The newest first. */
export async function listTokens(records: Records, workspace: string): Promise<Token[]> {
  return records
    .selectFrom('tokens')
    .selectAll()
    .where('workspace', '=', workspace)
    .orderBy('createdAt', 'desc')
    .execute();
}

/** Null: there was none. */
export async function removeToken(records: Records, workspace: string, id: string): Promise<Token | null> {
  const query = records.deleteFrom('tokens').where('workspace', '=', workspace).where('id', '=', id);
  return (await query.returningAll().executeTakeFirst()) ?? null;
}

/** By the hash of its secret, in whatever workspace: for connections of the whole installation. */
export async function findToken(everywhere: Records, hash: string): Promise<Token | null> {
  return (await everywhere.selectFrom('tokens').selectAll().where('hash', '=', hash).executeTakeFirst()) ?? null;
}

export async function touchToken(everywhere: Records, id: string, now: Date): Promise<void> {
  await everywhere.updateTable('tokens').set({ lastUsedAt: now }).where('id', '=', id).execute();
}
