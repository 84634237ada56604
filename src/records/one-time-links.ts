import type { Records } from './client.ts';
import type { OneTimeLinkTable } from './tables.ts';

type Purpose = OneTimeLinkTable['purpose'];

/** Keeps a link; those of the same purpose that were made before work no more. */
export async function saveOneTimeLink(
  records: Records,
  link: { readonly purpose: Purpose; readonly hash: string; readonly expiresAt: Date },
): Promise<void> {
  await records.transaction().execute(async (trx) => {
    await trx.deleteFrom('oneTimeLinks').where('purpose', '=', link.purpose).execute();
    await trx.insertInto('oneTimeLinks').values(link).execute();
  });
}

/** Uses a link up. False: it is not there, or its time is over. */
export async function takeOneTimeLink(records: Records, purpose: Purpose, hash: string, now: Date): Promise<boolean> {
  const taken = await records
    .deleteFrom('oneTimeLinks')
    .where('purpose', '=', purpose)
    .where('hash', '=', hash)
    .returning('expiresAt')
    .executeTakeFirst();
  return taken !== undefined && taken.expiresAt > now;
}
