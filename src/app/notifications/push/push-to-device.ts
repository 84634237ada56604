import { VigieError } from '#domain/error.ts';
import { sendRequest } from '#notifiers/outgoing/send-request.ts';
import { type PushMessage, writePush } from '#notifiers/web-push/write-push.ts';
import { notePushSent, type PushDevice, removePushDevice } from '#records/talk/push-devices.ts';
import type { App } from '../../app.ts';
import type { Outgoing } from '../../watch/outgoing.ts';
import { getPushKeys } from './push-keys.ts';
import { openDevice } from './seal-device.ts';

/** Answers of a push service that knows the browser no more. */
const goneStatuses = [404, 410];

/**
 * Gives a message to the push service of a device. Throws `push.gone` after it removed a device that takes nothing any more,
 * `push.refused`, and what `sendRequest` throws.
 */
export async function pushToDevice(
  app: App,
  outgoing: Outgoing,
  device: PushDevice,
  message: PushMessage & { readonly urgent: boolean },
): Promise<void> {
  const { urgent, ...shown } = message;
  const to = openDevice(app.keys, device);
  const gone = async () => {
    await removePushDevice(app.records, device);
    throw new VigieError('push.gone', { device: device.name });
  };
  if (to === null) return gone();
  const sender = { ...(await getPushKeys(outgoing, app.now())), subject: subjectOf(outgoing.url), urgent };
  const { status } = await sendRequest(writePush(to, shown, sender), outgoing.rules);
  if (goneStatuses.includes(status)) return gone();
  if (status < 200 || status >= 300) {
    throw new VigieError('push.refused', { host: new URL(to.endpoint).host, status });
  }
  await notePushSent(app.records, device, new Date(app.now()));
}

/** Push services want to know whom to write to, and take no address without encryption. */
function subjectOf(url: string): string {
  const { protocol, origin, hostname } = new URL(url);
  return protocol === 'https:' ? origin : `mailto:vigie@${hostname}`;
}
