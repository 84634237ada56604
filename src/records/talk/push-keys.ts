import type { Records } from '../client.ts';

export interface SealedPushKeys {
  readonly publicKey: string;
  readonly sealed: string;
}

export async function findPushKeys(everywhere: Records): Promise<SealedPushKeys | null> {
  const query = everywhere.selectFrom('pushKeys').select(['publicKey', 'sealed']);
  return (await query.where('id', '=', 'vapid').executeTakeFirst()) ?? null;
}

/** Keeps the keys where there are none yet; those that stand are given back. */
export async function keepPushKeys(everywhere: Records, keys: SealedPushKeys): Promise<SealedPushKeys> {
  await everywhere
    .insertInto('pushKeys')
    .values({ id: 'vapid', ...keys })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await findPushKeys(everywhere)) ?? keys;
}

/** Removes keys that nobody can open any more, and the devices that know only them. */
export async function dropPushKeys(everywhere: Records, publicKey: string): Promise<void> {
  await everywhere.transaction().execute(async (trx) => {
    const gone = await trx.deleteFrom('pushKeys').where('publicKey', '=', publicKey).executeTakeFirst();
    if (gone.numDeletedRows > 0n) await trx.deleteFrom('pushDevices').execute();
  });
}
