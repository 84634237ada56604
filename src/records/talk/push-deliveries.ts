import type { Selectable, Updateable } from 'kysely';
import type { Records } from '../client.ts';
import type { NotificationRecord } from './notifications.ts';
import type { PushDeliveryTable } from './push-tables.ts';

export type PushDelivery = Selectable<PushDeliveryTable>;

/** Writes down that a notification goes to devices at an instant. */
export async function addPushDeliveries(
  records: Records,
  { workspace, id }: Pick<NotificationRecord, 'workspace' | 'id'>,
  devices: readonly string[],
  sendAt: Date,
): Promise<void> {
  if (devices.length === 0) return;
  const rows = devices.map((device) => ({ workspace, notification: id, device, state: 'due' as const, sendAt }));
  await records
    .insertInto('pushDeliveries')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What is to be sent now, of any workspace; nobody else sends it until the lease is over. */
export async function leasePushDeliveries(
  everywhere: Records,
  now: Date,
  leaseMs: number,
  limit: number,
): Promise<PushDelivery[]> {
  return everywhere
    .updateTable('pushDeliveries as p')
    .set((set) => ({ sendAt: new Date(now.getTime() + leaseMs), attempts: set('p.attempts', '+', 1) }))
    .from((from) =>
      from
        .selectFrom('pushDeliveries')
        .select(['workspace', 'notification', 'device'])
        .where('state', '=', 'due')
        .where('sendAt', '<=', now)
        .orderBy('sendAt')
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .as('due'),
    )
    .whereRef('p.workspace', '=', 'due.workspace')
    .whereRef('p.notification', '=', 'due.notification')
    .whereRef('p.device', '=', 'due.device')
    .returningAll('p')
    .execute();
}

/** The earliest instant (epoch ms) at which something is to be sent to a device; null: nothing waits. */
export async function findNextPush(everywhere: Records): Promise<number | null> {
  const query = everywhere.selectFrom('pushDeliveries').select('sendAt').where('state', '=', 'due');
  return (await query.orderBy('sendAt').limit(1).executeTakeFirst())?.sendAt.getTime() ?? null;
}

export async function updatePushDelivery(
  records: Records,
  { workspace, notification, device }: PushDelivery,
  changes: Updateable<PushDeliveryTable>,
): Promise<void> {
  const query = records.updateTable('pushDeliveries').set(changes).where('workspace', '=', workspace);
  await query.where('notification', '=', notification).where('device', '=', device).execute();
}

/** Takes back what nobody needs on a device any more, as it was read on screen. */
export async function removePushDelivery(
  records: Records,
  { workspace, notification, device }: PushDelivery,
): Promise<void> {
  const query = records.deleteFrom('pushDeliveries').where('workspace', '=', workspace);
  await query.where('notification', '=', notification).where('device', '=', device).execute();
}
