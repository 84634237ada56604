import webPush from 'web-push';
import { VigieError } from '#domain/error.ts';
import { type OutgoingRules, sendRequest } from '../outgoing/send-request.ts';

/** A pair of keys of P-256, base64url, as VAPID has them. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Where a browser is reached, and the keys with which it reads what is sent there. */
export interface Subscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** All that is said: it passes through a service of others, if encrypted, and may stand on a locked screen. */
export interface PushMessage {
  readonly title: string;
  readonly text: string;
  /** A path of the web app. */
  readonly link: string;
}

export interface PushManner {
  readonly keys: VapidKeys;
  /** The address of whoever sends, which a service turns to if something is wrong: `https:` or `mailto:`. */
  readonly contact: string;
  readonly urgent: boolean;
  /** The same for one message however often it is sent: a service then keeps the last only. At most 32 letters. */
  readonly topic: string;
  readonly rules: OutgoingRules;
}

/** A service keeps a message so long for a browser that is not there, in seconds. */
const keptFor = 24 * 3600;

export const makeVapidKeys = (): VapidKeys => webPush.generateVAPIDKeys();

/**
 * Sends a message to one browser, encrypted for it (RFC 8291) and signed (RFC 8292). Throws `push.gone`, `push.refused`,
 * `push.busy` and what a request throws.
 */
export async function sendPush(to: Subscription, message: PushMessage, manner: PushManner): Promise<void> {
  const { keys, contact, urgent, topic, rules } = manner;
  const { endpoint, method, headers, body } = webPush.generateRequestDetails(to, JSON.stringify(message), {
    vapidDetails: { subject: contact, ...keys },
    contentEncoding: 'aes128gcm',
    TTL: keptFor,
    urgency: urgent ? 'high' : 'normal',
    topic,
  });
  const texts = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  const request = { url: endpoint, method, headers: Object.fromEntries(texts), body };
  const { status } = await sendRequest(request, rules);
  if (status >= 200 && status < 300) return;
  const { host } = new URL(endpoint);
  if (status === 404 || status === 410) throw new VigieError('push.gone', { host });
  const busy = status >= 500 || status === 408 || status === 429;
  throw new VigieError(busy ? 'push.busy' : 'push.refused', { host, status });
}
