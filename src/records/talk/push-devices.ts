import type { Insertable, Selectable } from 'kysely';
import type { Records } from '../client.ts';
import type { PushDeviceTable } from './push-tables.ts';

export type PushDevice = Selectable<PushDeviceTable>;

/** The newest first. */
export async function listDevices(records: Records, workspace: string, userId: string): Promise<PushDevice[]> {
  const query = records.selectFrom('pushDevices').selectAll().where('workspace', '=', workspace);
  return query.where('userId', '=', userId).orderBy('createdAt', 'desc').orderBy('id').execute();
}

export async function findDevice(records: Records, workspace: string, id: string): Promise<PushDevice | null> {
  const query = records.selectFrom('pushDevices').selectAll().where('workspace', '=', workspace);
  return (await query.where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function hasDevice(records: Records, workspace: string, userId: string): Promise<boolean> {
  const query = records.selectFrom('pushDevices').select('id').where('workspace', '=', workspace);
  return (await query.where('userId', '=', userId).limit(1).executeTakeFirst()) !== undefined;
}

/** Whoever asks last on a browser is told on it, and nobody else. For connections of the whole installation. */
export async function addDevice(everywhere: Records, row: Insertable<PushDeviceTable>): Promise<void> {
  await everywhere.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('pushDevices')
      .where('endpointHash', '=', row.endpointHash)
      .where(({ eb, or }) => or([eb('userId', '!=', row.userId), eb('workspace', '=', row.workspace)]))
      .execute();
    await trx.insertInto('pushDevices').values(row).execute();
  });
}

/** Notes how sending went. */
export async function noteDevice(
  records: Records,
  { workspace, id }: Pick<PushDevice, 'workspace' | 'id'>,
  noted: { readonly lastSentAt?: Date; readonly failure: string | null },
): Promise<void> {
  const query = records.updateTable('pushDevices').set(noted).where('workspace', '=', workspace);
  await query.where('id', '=', id).execute();
}

export async function removeDevice(
  records: Records,
  { workspace, id }: Pick<PushDevice, 'workspace' | 'id'>,
): Promise<void> {
  await records.deleteFrom('pushDevices').where('workspace', '=', workspace).where('id', '=', id).execute();
}

/** Of somebody in every workspace. */
export async function removeDevicesOf(everywhere: Records, userId: string): Promise<void> {
  await everywhere.deleteFrom('pushDevices').where('userId', '=', userId).execute();
}

export async function removeDevicesOfSession(everywhere: Records, session: string): Promise<void> {
  await everywhere.deleteFrom('pushDevices').where('session', '=', session).execute();
}

/** Of members who are one of the agents. */
export async function listDevicesOfAgent(records: Records, workspace: string, agent: string): Promise<PushDevice[]> {
  const members = await records
    .selectFrom('members')
    .select(['userId', 'agents'])
    .where('workspace', '=', workspace)
    .execute();
  const ids = members.filter(({ agents }) => agents.includes(agent)).map(({ userId }) => userId);
  const found = await Promise.all(ids.map((id) => listDevices(records, workspace, id)));
  return found.flat();
}
