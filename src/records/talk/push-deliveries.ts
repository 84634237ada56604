import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Records } from '../client.ts';
import type { NotificationRecord } from './notifications.ts';
import type { PushDeliveryTable } from './push-tables.ts';

export type PushDelivery = Selectable<PushDeliveryTable>;

/** What was read meanwhile, or was due before `late`, is told on no device any more. */
export async function dropNeedlessPushes(records: Records, workspace: string, late: Date): Promise<void> {
  await records
    .updateTable('notifications')
    .set({ pushAt: null })
    .where('workspace', '=', workspace)
    .where('pushAt', 'is not', null)
    .where('pushBatch', 'is', null)
    .where(({ eb, or }) => or([eb('readAt', 'is not', null), eb('pushAt', '<', late)]))
    .execute();
}

/** Puts what is due to one member into one message to each of their devices; each notification once, whoever asks when. */
export async function batchPushes(records: Records, workspace: string, now: Date): Promise<void> {
  const due = await records
    .selectFrom('notifications')
    .select('userId')
    .distinct()
    .where('workspace', '=', workspace)
    .where('pushAt', '<=', now)
    .where('pushBatch', 'is', null)
    .execute();
  for (const { userId } of due) {
    const batch = randomUUID();
    await records.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('notifications')
        .set({ pushBatch: batch })
        .where('workspace', '=', workspace)
        .where('userId', '=', userId)
        .where('pushAt', '<=', now)
        .where('pushBatch', 'is', null)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) return;
      await sql`
        insert into push_deliveries (workspace, batch, device, send_at)
        select workspace, ${batch}, id, ${now} from push_devices where workspace = ${workspace} and user_id = ${userId}
      `.execute(trx);
    });
  }
}

/** Messages to send now; nobody else sends them until the lease is over. */
export async function leasePushes(
  records: Records,
  workspace: string,
  now: Date,
  { leaseMs, limit }: { readonly leaseMs: number; readonly limit: number },
): Promise<PushDelivery[]> {
  return records
    .updateTable('pushDeliveries as d')
    .from((from) =>
      from
        .selectFrom('pushDeliveries')
        .select(['batch', 'device'])
        .where('workspace', '=', workspace)
        .where('sendAt', '<=', now)
        .orderBy('sendAt')
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .as('due'),
    )
    .set(({ eb }) => ({ sendAt: new Date(now.getTime() + leaseMs), attempts: eb('d.attempts', '+', 1) }))
    .where('d.workspace', '=', workspace)
    .whereRef('d.batch', '=', 'due.batch')
    .whereRef('d.device', '=', 'due.device')
    .returningAll('d')
    .execute();
}

/** What a message tells and nobody has read, the oldest first. */
export async function readPush(records: Records, workspace: string, batch: string): Promise<NotificationRecord[]> {
  const query = records.selectFrom('notifications').selectAll().where('workspace', '=', workspace);
  return query.where('pushBatch', '=', batch).where('readAt', 'is', null).orderBy('createdAt').orderBy('id').execute();
}

export async function postponePush(records: Records, { workspace, batch, device }: PushDelivery, sendAt: Date) {
  const query = records.updateTable('pushDeliveries').set({ sendAt }).where('workspace', '=', workspace);
  await query.where('batch', '=', batch).where('device', '=', device).execute();
}

/** It was sent, or is given up. */
export async function settlePush(records: Records, { workspace, batch, device }: PushDelivery): Promise<void> {
  const query = records.deleteFrom('pushDeliveries').where('workspace', '=', workspace);
  await query.where('batch', '=', batch).where('device', '=', device).execute();
}
