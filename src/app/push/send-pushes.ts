import { VigieError } from '#domain/error.ts';
import type { NotificationKind } from '#domain/notification/notification-kinds.ts';
import {
  batchPushes,
  dropNeedlessPushes,
  leasePushes,
  type PushDelivery,
  postponePush,
  readPush,
  settlePush,
} from '#records/talk/push-deliveries.ts';
import { findDevice } from '#records/talk/push-devices.ts';
import { findUser } from '#records/users.ts';
import type { App } from '../app.ts';
import type { Post } from '../schedules/post.ts';
import { sendToDevice } from './send-to-device.ts';
import { writePush } from './write-push.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const atOnce = 8;
/** How long one process has a message to itself; longer than a request may take. */
const leaseMs = 60_000;
/** A message that fails is tried again after 1, 2, 4… minutes, over more than an hour in all. */
const attemptsAtMost = 7;

const urgentKinds: readonly NotificationKind[] = ['sla-warning', 'sla-breach', 'escalation'];

/**
 * Sends what members of a workspace are to be told on their devices: what waits for one goes to each device as one message. A
 * process has a message to itself for a minute and notes at once that it was sent, so that after one that died at most the
 * message under way is sent again, in the place of the first.
 */
export async function sendPushes(app: App, post: Post): Promise<void> {
  const now = new Date(app.now());
  await dropNeedlessPushes(app.records, app.workspace, new Date(app.now() - 2 * dayMs));
  await batchPushes(app.records, app.workspace, now);
  for (;;) {
    const due = await leasePushes(app.records, app.workspace, now, { leaseMs, limit: atOnce });
    if (due.length === 0) return;
    await Promise.all(due.map((delivery) => sendOne(app, post, delivery)));
  }
}

async function sendOne(app: App, post: Post, delivery: PushDelivery): Promise<void> {
  const { workspace, batch, attempts } = delivery;
  const device = await findDevice(app.records, workspace, delivery.device);
  const [first, ...rest] = await readPush(app.records, workspace, batch);
  const reader = device && (await findUser(post.everywhere, device.userId));
  if (device === null || reader === null || first === undefined) return settlePush(app.records, delivery);
  const message = writePush([first, ...rest], reader.language ?? 'en', workspace);
  const urgent = [first, ...rest].some(({ kind }) => urgentKinds.includes(kind));
  try {
    await sendToDevice(app, post, device, { message, urgent, topic: batch.replaceAll('-', '') });
  } catch (error) {
    if (attempts < attemptsAtMost && mayPass(error)) {
      return postponePush(app.records, delivery, new Date(app.now() + minuteMs * 2 ** (attempts - 1)));
    }
    if (!(error instanceof VigieError)) throw error;
  }
  await settlePush(app.records, delivery);
}

/** Whether the same might be taken later; what nobody expected is tried again, too. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof VigieError)) return true;
  if (error.code === 'push.refused' || error.code === 'push.gone') return false;
  // A name that nobody knows may be one that nobody could look up just now.
  return error.kind === 'unavailable' || error.code === 'outgoing.unknown-host';
}
