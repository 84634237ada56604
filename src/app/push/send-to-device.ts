import { VigieError } from '#domain/error.ts';
import { type PushManner, type PushMessage, sendPush } from '#notifiers/push/send-push.ts';
import { noteDevice, type PushDevice, removeDevice } from '#records/talk/push-devices.ts';
import type { App } from '../app.ts';
import type { Post } from '../schedules/post.ts';
import { openDevice } from './open-device.ts';
import { getPushKeys } from './push-keys.ts';

export interface ToDevice extends Pick<PushManner, 'urgent' | 'topic'> {
  readonly message: PushMessage;
}

/** Sends a message to one device and notes how it went. One that takes none any more is removed. Throws why it was not taken. */
export async function sendToDevice(app: App, post: Post, device: PushDevice, sent: ToDevice): Promise<void> {
  const keys = await getPushKeys(post.everywhere, post.keys);
  const to = openDevice(post.keys, device);
  if (to === null) {
    await removeDevice(app.records, device);
    throw new VigieError('push.gone', { host: '' });
  }
  const { message, ...manner } = sent;
  try {
    const rules = { allowPrivate: post.outgoingPrivate ?? false };
    await sendPush(to, message, { ...manner, keys, contact: contactOf(post.url), rules });
  } catch (error) {
    if (error instanceof VigieError && error.code === 'push.gone') await removeDevice(app.records, device);
    else await noteDevice(app.records, device, { failure: (error as Error).message.slice(0, 300) });
    throw error;
  }
  await noteDevice(app.records, device, { lastSentAt: new Date(app.now()), failure: null });
}

/** A service wants an address of ours that is no `http:`; without one it can turn to nobody. */
const contactOf = (url: string) => (url.startsWith('https:') ? url : `mailto:vigie@${new URL(url).hostname}`);
