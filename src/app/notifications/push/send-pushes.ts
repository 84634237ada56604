import { VigieError } from '#domain/error.ts';
import {
  isNotificationKind,
  type NotificationKind,
  notificationKindTexts,
} from '#domain/notification/notification-kinds.ts';
import { findNotification, type NotificationRecord } from '#records/talk/notifications.ts';
import {
  findNextPush,
  leasePushDeliveries,
  type PushDelivery,
  removePushDelivery,
  updatePushDelivery,
} from '#records/talk/push-deliveries.ts';
import { findPushDevice } from '#records/talk/push-devices.ts';
import { findUser } from '#records/users.ts';
import type { App } from '../../app.ts';
import type { Installation } from '../../installation.ts';
import { knownFailure } from '../../known-failure.ts';
import type { Outgoing } from '../../watch/outgoing.ts';
import { sayNotification } from '../notifications.ts';
import { pathIn, pushToDevice } from './push-to-device.ts';

const AT_ONCE = 16;
/** How long one process has a delivery to itself; longer than a request may take. */
const LEASE_MS = 30_000;
/** Waits before the attempts after the first: over about forty minutes in all. */
const waitsMs = [5, 30, 120, 600, 1800].map((seconds) => seconds * 1000);
/** Answers that say so of now, not of the message. */
const passing = [408, 425, 429];
/** What is late soon after it is told. */
const urgentKinds: readonly string[] = ['sla-warning', 'sla-breach', 'escalation'] satisfies NotificationKind[];
/** So that title, text and path fit into the 4096 bytes that every push service takes. */
const LONGEST_TEXT = 300;
const LONGEST_PATH = 1500;

/** Sends what is due to devices and says how much it was. */
export async function sendPushes(installation: Installation, outgoing: Outgoing): Promise<number> {
  const due = await leasePushDeliveries(outgoing.everywhere, new Date(installation.now()), LEASE_MS, AT_ONCE);
  const done = await Promise.allSettled(due.map((delivery) => sendOne(installation, outgoing, delivery)));
  const failed = done.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return due.length;
}

/** When something is to be sent to a device next, in epoch ms; infinity: nothing is. */
export async function findNextPushAt({ records }: Installation): Promise<number> {
  return (await findNextPush(records.everywhere)) ?? Number.POSITIVE_INFINITY;
}

async function sendOne(installation: Installation, outgoing: Outgoing, delivery: PushDelivery): Promise<void> {
  const app = await installation.workspace(delivery.workspace);
  const [notification, device] = await Promise.all([
    findNotification(app.records, app.workspace, delivery.notification),
    findPushDevice(app.records, { workspace: app.workspace, id: delivery.device }),
  ]);
  // What was taken back is gone; what was read on screen meanwhile needs no device.
  if (device === null || notification === null) return;
  if (notification.readAt !== null) return removePushDelivery(app.records, delivery);
  try {
    await pushToDevice(app, outgoing, device, await writeMessage(app, outgoing, notification));
    await updatePushDelivery(app.records, delivery, { state: 'sent', answer: null });
  } catch (error) {
    // With a device that is gone went what waits for it.
    if (error instanceof VigieError && error.code === 'push.gone') return;
    const wait = isFinal(error) ? undefined : waitsMs[delivery.attempts - 1];
    const answer = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    await updatePushDelivery(
      app.records,
      delivery,
      wait === undefined ? { state: 'failed', answer } : { sendAt: new Date(app.now() + wait), answer },
    );
    if (knownFailure(error) === null) throw error;
  }
}

async function writeMessage(app: App, outgoing: Outgoing, notification: NotificationRecord) {
  const { id, kind, link } = notification;
  const language = (await findUser(outgoing.everywhere, notification.userId))?.language ?? 'en';
  const path = pathIn(app.workspace, link, outgoing.url);
  return {
    title: isNotificationKind(kind) ? notificationKindTexts[kind][language] : 'Vigie',
    body: sayNotification(notification, language).slice(0, LONGEST_TEXT),
    path: path.length > LONGEST_PATH ? pathIn(app.workspace, '/', outgoing.url) : path,
    tag: id,
    urgent: urgentKinds.includes(kind),
  };
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
