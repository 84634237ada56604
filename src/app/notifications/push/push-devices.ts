import { ECDH, randomUUID } from 'node:crypto';
import { VigieError } from '#domain/error.ts';
import { parseTarget } from '#notifiers/outgoing/parse-target.ts';
import type { PushSubscription } from '#notifiers/web-push/write-push.ts';
import { texts } from '#presentation/i18n/texts.ts';
import {
  addPushDevice,
  findPushDevice,
  listPushDevices,
  type PushDevice,
  removePushDevice,
} from '#records/talk/push-devices.ts';
import { findUser } from '#records/users.ts';
import type { Actor } from '../../access/actor.ts';
import type { App } from '../../app.ts';
import { type By, recordAudit } from '../../audit/record-audit.ts';
import type { Outgoing } from '../../watch/outgoing.ts';
import { memberOf } from '../notifications.ts';
import { getPushKeys } from './push-keys.ts';
import { pushToDevice } from './push-to-device.ts';
import { digestOf, sealDevice } from './seal-device.ts';
import { pathIn } from './write-push-message.ts';

/** Enough for all browsers of one person, and few enough to tell every one. */
const MOST_DEVICES = 20;

export interface NewDevice extends PushSubscription {
  readonly name: string;
}

const viewOf = ({ id, name, endpointDigest, createdAt, sentAt }: PushDevice) => ({
  ...{ id, name, digest: endpointDigest, createdAt: createdAt.toISOString() },
  sentAt: sentAt?.toISOString() ?? null,
});

/** One's own devices, and the key with which a browser that is added subscribes. */
export async function listDeviceViews(app: App, actor: Actor, outgoing: Outgoing) {
  const userId = memberOf(actor);
  // First, since keys that are lost take their devices with them.
  const { publicKey } = await getPushKeys(outgoing, app.now());
  return { publicKey, items: (await listPushDevices(app.records, app.workspace, userId)).map(viewOf) };
}

/**
 * From now on whoever asks is notified on a browser too. Throws `push.bad-keys`, `push.too-many-devices`, and what
 * `parseTarget` throws.
 */
export async function addDevice(app: App, { name, ...given }: NewDevice, outgoing: Outgoing, by: By) {
  const userId = memberOf(by.actor);
  parseTarget(given.endpoint, outgoing.rules.allowPrivate);
  if (!areKeys(given)) throw new VigieError('push.bad-keys');
  const endpointDigest = digestOf(given.endpoint);
  const others = await listPushDevices(app.records, app.workspace, userId);
  if (others.filter((one) => one.endpointDigest !== endpointDigest).length >= MOST_DEVICES) {
    throw new VigieError('push.too-many-devices', { limit: MOST_DEVICES });
  }
  const place = { workspace: app.workspace, id: randomUUID() };
  const sealed = sealDevice(app.keys, place, given);
  const device = { ...place, userId, name, endpointDigest, sealed, createdAt: new Date(app.now()), sentAt: null };
  await addPushDevice(outgoing.everywhere, device);
  await tell(app, device, { action: 'push-device.added', host: new URL(given.endpoint).host }, by);
  return viewOf(device);
}

/** Throws `push.unknown-device`, also of somebody else's. */
export async function removeDevice(app: App, id: string, by: By): Promise<void> {
  const device = await getDevice(app, by.actor, id);
  await removePushDevice(app.records, device);
  await tell(app, device, { action: 'push-device.removed' }, by);
}

/** Sends a message to one device, at once. Throws `push.unknown-device`, and what `pushToDevice` throws. */
export async function testDevice(app: App, actor: Actor, id: string, outgoing: Outgoing): Promise<void> {
  const device = await getDevice(app, actor, id);
  const { t } = texts[(await findUser(outgoing.everywhere, device.userId))?.language ?? 'en'];
  await pushToDevice(app, outgoing, device, {
    ...{ title: t('notification.push.testTitle'), body: t('notification.push.testBody') },
    path: pathIn(app.workspace, '/settings/notifications', outgoing.url),
    ...{ tag: 'test', urgent: true },
  });
}

async function tell(
  app: App,
  { id, name }: Pick<PushDevice, 'id' | 'name'>,
  { action, ...more }: { readonly action: string; readonly host?: string },
  by: By,
): Promise<void> {
  await recordAudit(app.records, app.workspace, by, { action, subject: id, details: { name, ...more } });
}

async function getDevice(app: App, actor: Actor, id: string): Promise<PushDevice> {
  const device = await findPushDevice(app.records, { workspace: app.workspace, id });
  if (device === null || device.userId !== memberOf(actor)) {
    throw new VigieError('push.unknown-device', { id: id.slice(0, 100) });
  }
  return device;
}

/** Whether a notification can be encrypted to them. */
function areKeys({ p256dh, auth }: PushSubscription): boolean {
  const point = Buffer.from(p256dh, 'base64url');
  if (point.length !== 65 || Buffer.from(auth, 'base64url').length !== 16) return false;
  try {
    ECDH.convertKey(point, 'prime256v1');
    return true;
  } catch {
    return false;
  }
}
