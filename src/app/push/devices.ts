import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { device as deviceView } from '#contract/schemas/talk/device.ts';
import { type Language, VigieError } from '#domain/error.ts';
import { parseTarget } from '#notifiers/outgoing/parse-target.ts';
import { isSubscription } from '#notifiers/push/is-subscription.ts';
import type { Subscription } from '#notifiers/push/send-push.ts';
import { texts } from '#presentation/i18n/texts.ts';
import { addDevice, findDevice, listDevices, type PushDevice, removeDevice } from '#records/talk/push-devices.ts';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import type { Post } from '../schedules/post.ts';
import { hashSecret } from '../secret-text.ts';
import { sealDevice } from './open-device.ts';
import { getPushKeys } from './push-keys.ts';
import { sendToDevice } from './send-to-device.ts';

const devicesAtMost = 20;

/** The key that a browser asks with, and the devices on which whoever asks is told. */
export async function listDeviceViews(app: App, actor: Actor, post: Post) {
  const userId = memberOf(actor);
  const { publicKey } = await getPushKeys(post.everywhere, post.keys);
  return { publicKey, items: (await listDevices(app.records, app.workspace, userId)).map(viewOf) };
}

/**
 * Tells whoever asks on their browser from now on. Throws `push.bad-subscription`, `push.too-many-devices`, and what a wrong
 * address throws.
 */
export async function registerDevice(
  app: App,
  actor: Actor,
  post: Post,
  given: { readonly subscription: Subscription; readonly session: string | null; readonly userAgent: string | null },
): Promise<z.infer<typeof deviceView>> {
  const userId = memberOf(actor);
  const { subscription, session, userAgent } = given;
  parseTarget(subscription.endpoint, post.outgoingPrivate ?? false);
  if (!isSubscription(subscription)) {
    throw new VigieError('push.bad-subscription', {}, { path: 'body.keys' });
  }
  const endpointHash = hashSecret(subscription.endpoint);
  const others = (await listDevices(app.records, app.workspace, userId)).filter(
    (device) => device.endpointHash !== endpointHash,
  );
  if (others.length >= devicesAtMost) throw new VigieError('push.too-many-devices', { limit: devicesAtMost });
  const { workspace } = app;
  const id = randomUUID();
  const device: PushDevice = {
    ...{ workspace, id, userId, session, endpointHash, userAgent: userAgent?.slice(0, 300) ?? null },
    ...{ sealed: sealDevice(post.keys, { workspace, id }, subscription), createdAt: new Date(app.now()) },
    ...{ lastSentAt: null, failure: null },
  };
  await addDevice(post.everywhere, device);
  return viewOf(device);
}

/** Throws `push.unknown-device`, also of somebody else's. */
export async function dropDevice(app: App, actor: Actor, id: string): Promise<void> {
  await removeDevice(app.records, await getOwn(app, actor, id));
}

/** Sends a message that says it is a test, at once. Throws `push.unknown-device` and why it was not taken. */
export async function testDevice(app: App, actor: Actor, post: Post, asked: { id: string; language: Language }) {
  const device = await getOwn(app, actor, asked.id);
  const text = texts[asked.language].t('device.testText');
  const message = {
    title: 'Vigie',
    text,
    link: `/settings/notifications?workspace=${encodeURIComponent(app.workspace)}`,
  };
  await sendToDevice(app, post, device, { message, urgent: true, topic: 'test' });
}

async function getOwn(app: App, actor: Actor, id: string): Promise<PushDevice> {
  const device = await findDevice(app.records, app.workspace, id);
  if (device === null || device.userId !== memberOf(actor)) {
    throw new VigieError('push.unknown-device', { id: id.slice(0, 100) });
  }
  return device;
}

function viewOf({ id, endpointHash, userAgent, createdAt, lastSentAt, failure }: PushDevice) {
  const times = { createdAt: createdAt.toISOString(), lastSentAt: lastSentAt?.toISOString() ?? null };
  return { id, endpointHash, userAgent, ...times, failure };
}

function memberOf(actor: Actor): string {
  if (actor.kind !== 'member') throw new VigieError('access.no-workspace');
  return actor.id;
}
