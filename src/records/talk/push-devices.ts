import type { Insertable, Selectable } from 'kysely';
import type { Records } from '../client.ts';
import type { PushDeviceTable, PushKeyTable } from './push-tables.ts';

export type PushDevice = Selectable<PushDeviceTable>;
export type PushKey = Selectable<PushKeyTable>;

/** The keys of the installation; null: none were made yet. */
export async function findPushKey(everywhere: Records): Promise<PushKey | null> {
  return (await everywhere.selectFrom('pushKeys').selectAll().executeTakeFirst()) ?? null;
}

/** Keeps keys unless another process kept some meanwhile. */
export async function addPushKey(everywhere: Records, key: Insertable<PushKeyTable>): Promise<void> {
  await everywhere
    .insertInto('pushKeys')
    .values(key)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Forgets keys that do not open any more, with the devices that know them. */
export async function removePushKey(everywhere: Records, { sealed }: PushKey): Promise<void> {
  await everywhere.transaction().execute(async (trx) => {
    const removed = await trx.deleteFrom('pushKeys').where('sealed', '=', sealed).executeTakeFirst();
    if (removed.numDeletedRows > 0n) await trx.deleteFrom('pushDevices').execute();
  });
}

/** A browser is of whoever added it last: with the account of somebody else it is told nothing more. */
export async function addPushDevice(everywhere: Records, device: Insertable<PushDeviceTable>): Promise<void> {
  const { workspace, userId, endpointDigest } = device;
  await everywhere.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('pushDevices')
      .where('endpointDigest', '=', endpointDigest)
      .where(({ eb, or }) => or([eb('userId', '!=', userId), eb('workspace', '=', workspace)]))
      .execute();
    await trx
      .insertInto('pushDevices')
      .values(device)
      // The same browser, added twice at the same instant.
      .onConflict((conflict) => conflict.columns(['workspace', 'endpointDigest']).doUpdateSet(device))
      .execute();
  });
}

/** Of a member, the newest first. */
export async function listPushDevices(records: Records, workspace: string, userId: string): Promise<PushDevice[]> {
  const query = records.selectFrom('pushDevices').selectAll().where('workspace', '=', workspace);
  return query.where('userId', '=', userId).orderBy('createdAt', 'desc').orderBy('id').execute();
}

interface DevicePlace {
  readonly workspace: string;
  readonly id: string;
}

export async function findPushDevice(records: Records, { workspace, id }: DevicePlace): Promise<PushDevice | null> {
  const query = records.selectFrom('pushDevices').selectAll().where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** Removes it with what waits for it. */
export async function removePushDevice(records: Records, { workspace, id }: DevicePlace): Promise<void> {
  await records.deleteFrom('pushDevices').where('workspace', '=', workspace).where('id', '=', id).execute();
}

/** Removes all of an account, in every workspace. */
export async function removePushDevicesOf(everywhere: Records, userId: string): Promise<void> {
  await everywhere.deleteFrom('pushDevices').where('userId', '=', userId).execute();
}

export async function notePushSent(records: Records, { workspace, id }: DevicePlace, sentAt: Date): Promise<void> {
  const query = records.updateTable('pushDevices').set({ sentAt }).where('workspace', '=', workspace);
  await query.where('id', '=', id).execute();
}
