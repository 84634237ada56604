import webPush from 'web-push';
import type { OutgoingRequest } from '../outgoing/send-request.ts';

/** Where a browser takes notifications, and the keys to which they are encrypted, base64url. */
export interface PushSubscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** By which push services know who sends (RFC 8292), base64url. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** What the service worker of the web app shows. */
export interface PushMessage {
  readonly title: string;
  readonly body: string;
  /** A path of the web app, which a click opens. */
  readonly path: string;
  /** One with the same tag stands in the place of an earlier one. */
  readonly tag: string;
}

export interface PushSender extends VapidKeys {
  /** Where a push service finds whoever runs Vigie: an `https:` or `mailto:` address. */
  readonly subject: string;
  readonly urgent: boolean;
}

/** How long a push service keeps what a device that is off did not take, in seconds. */
const KEPT_SECONDS = 86_400;

export const makeVapidKeys = (): VapidKeys => webPush.generateVAPIDKeys();

/** The request that gives a message to a push service, encrypted to the browser (RFC 8291). */
export function writePush(to: PushSubscription, message: PushMessage, sender: PushSender): OutgoingRequest {
  const { endpoint, p256dh, auth } = to;
  const { subject, publicKey, privateKey, urgent } = sender;
  const { headers, body } = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(message),
    { vapidDetails: { subject, publicKey, privateKey }, TTL: KEPT_SECONDS, urgency: urgent ? 'high' : 'normal' },
  );
  const texts = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { url: endpoint, method: 'POST', headers: Object.fromEntries(texts), ...(body !== null && { body }) };
}
