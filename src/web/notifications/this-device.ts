import { call } from '../api/client.ts';

const worker = '/push-worker.js';

/** Why this browser is not asked, or that it may be. */
export type PushAbility = 'unsupported' | 'blocked' | 'able';

/** What the browser says before anybody is asked. */
export function readAbility(): PushAbility {
  const able = window.isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window;
  if (!able || !('Notification' in window)) return 'unsupported';
  return Notification.permission === 'denied' ? 'blocked' : 'able';
}

/** The endpoint of this browser as the server lists it; null: it has none. */
export async function findEndpointHash(): Promise<string | null> {
  const subscription = await findSubscription();
  return subscription === null ? null : hashEndpoint(subscription.endpoint);
}

/** How asking went: the reader may have said no, or the browser does not reach the service that brings it messages. */
export type Asked = 'on' | 'refused' | 'no-service';

/** Asks for permission and has this device told. */
export async function turnOn(publicKey: string): Promise<Asked> {
  if ((await Notification.requestPermission()) !== 'granted') return 'refused';
  const subscription = await subscribe(publicKey).catch((error: unknown) => {
    if (error instanceof DOMException) return null;
    throw error;
  });
  if (subscription === null) return 'no-service';
  const { endpoint = '', keys = {} } = subscription.toJSON();
  const { p256dh = '', auth = '' } = keys;
  await call('add-device', { body: { endpoint, keys: { p256dh, auth } } });
  return 'on';
}

async function subscribe(publicKey: string): Promise<PushSubscription> {
  await navigator.serviceWorker.register(worker);
  const { pushManager } = await navigator.serviceWorker.ready;
  const applicationServerKey = bytesOf(publicKey);
  const held = await pushManager.getSubscription();
  if (held !== null && !isFor(held, applicationServerKey)) await held.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}

/** This browser takes no more messages, whoever was told on it. What the browser does not give is left as it is. */
export async function leavePush(): Promise<void> {
  if (readAbility() === 'unsupported') return;
  await findSubscription()
    .then((subscription) => subscription?.unsubscribe())
    .catch(() => undefined);
}

async function findSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  return (await registration?.pushManager.getSubscription()) ?? null;
}

async function hashEndpoint(endpoint: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  const text = btoa(String.fromCharCode(...new Uint8Array(hash)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function isFor({ options }: PushSubscription, key: Uint8Array): boolean {
  const held = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return held.length === key.length && held.every((byte, at) => byte === key[at]);
}
