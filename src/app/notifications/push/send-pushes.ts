import { VigieError } from '#domain/error.ts';
import { findNotification, type NotificationRecord } from '#records/talk/notifications.ts';
import {
  findNextPush,
  leasePushDeliveries,
  type PushDelivery,
  removePushDelivery,
  updatePushDelivery,
} from '#records/talk/push-deliveries.ts';
import { findPushDevice, type PushDevice } from '#records/talk/push-devices.ts';
import { findUser } from '#records/users.ts';
import type { App } from '../../app.ts';
import type { Installation } from '../../installation.ts';
import { knownFailure } from '../../known-failure.ts';
import type { Outgoing } from '../../watch/outgoing.ts';
import { pushToDevice } from './push-to-device.ts';
import { writePushMessage } from './write-push-message.ts';

const AT_ONCE = 50;
/** How long one process has a delivery to itself; longer than a request may take. */
const LEASE_MS = 30_000;
/** Waits before the attempts after the first: over about forty minutes in all. */
const waitsMs = [5, 30, 120, 600, 1800].map((seconds) => seconds * 1000);
/** Answers that say so of now, not of the message. */
const passing = [408, 425, 429];
/** More that wait for one device, as at the end of quiet hours, are told as one. */
const TOLD_APART = 3;

/** Sends what is due to devices and says how much it was. */
export async function sendPushes(installation: Installation, outgoing: Outgoing): Promise<number> {
  const due = await leasePushDeliveries(outgoing.everywhere, new Date(installation.now()), LEASE_MS, AT_ONCE);
  const byDevice = Map.groupBy(due, ({ workspace, device }) => JSON.stringify([workspace, device]));
  const work = [...byDevice.values()].map((deliveries) => sendToDevice(installation, outgoing, deliveries));
  const failed = (await Promise.allSettled(work)).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return due.length;
}

/** When something is to be sent to a device next, in epoch ms; infinity: nothing is. */
export async function findNextPushAt({ records }: Installation): Promise<number> {
  return (await findNextPush(records.everywhere)) ?? Number.POSITIVE_INFINITY;
}

interface Waiting {
  readonly delivery: PushDelivery;
  readonly notification: NotificationRecord;
}
type Some = readonly [Waiting, ...Waiting[]];

async function sendToDevice(
  installation: Installation,
  outgoing: Outgoing,
  deliveries: readonly PushDelivery[],
): Promise<void> {
  const [first] = deliveries;
  if (first === undefined) return;
  const app = await installation.workspace(first.workspace);
  const device = await findPushDevice(app.records, { workspace: app.workspace, id: first.device });
  if (device === null) return;
  const [next, ...others] = (await Promise.all(deliveries.map((one) => findWaiting(app, one)))).flat();
  if (next === undefined) return;
  const all: Some = [next, ...others];
  const parts: readonly Some[] = all.length > TOLD_APART ? [all] : all.map((one): Some => [one]);
  await Promise.all(parts.map((part) => sendPart(app, outgoing, device, part)));
}

/** None of what was taken back, or was read on screen meanwhile. */
async function findWaiting(app: App, delivery: PushDelivery): Promise<Waiting[]> {
  const notification = await findNotification(app.records, app.workspace, delivery.notification);
  if (notification === null) return [];
  if (notification.readAt === null) return [{ delivery, notification }];
  await removePushDelivery(app.records, delivery);
  return [];
}

async function sendPart(app: App, outgoing: Outgoing, device: PushDevice, part: Some): Promise<void> {
  const note = (changes: (delivery: PushDelivery) => Parameters<typeof updatePushDelivery>[2]) =>
    Promise.all(part.map(({ delivery }) => updatePushDelivery(app.records, delivery, changes(delivery))));
  try {
    const language = (await findUser(outgoing.everywhere, device.userId))?.language ?? 'en';
    const [first, ...others] = part;
    const rows = [first.notification, ...others.map(({ notification }) => notification)] as const;
    const message = writePushMessage(rows, { language, workspace: app.workspace, url: outgoing.url });
    await pushToDevice(app, outgoing, device, message);
    await note(() => ({ state: 'sent', answer: null }));
  } catch (error) {
    // With a device that is gone went what waits for it.
    if (error instanceof VigieError && error.code === 'push.gone') return;
    const answer = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    await note(({ attempts }) => {
      const wait = isFinal(error) ? undefined : waitsMs[attempts - 1];
      return wait === undefined ? { state: 'failed', answer } : { sendAt: new Date(app.now() + wait), answer };
    });
    if (knownFailure(error) === null) throw error;
  }
}

/** Whether the same would be answered again. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof VigieError)) return false;
  if (error.code === 'push.refused') {
    const status = Number(error.params.status);
    return status < 500 && !passing.includes(status);
  }
  return error.kind !== 'unavailable' && error.code !== 'outgoing.unknown-host';
}
