const workerFile = '/service-worker.js';

/**
 * How this browser stands: `insecure` is an address without https, `home-screen` an iPhone or iPad that notifies only for what
 * was added to its Home Screen.
 */
export type PushState = 'insecure' | 'unsupported' | 'home-screen' | 'blocked' | 'off' | 'on';

/** What this browser subscribed with, as the server takes it. */
export interface Subscribed {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** Whether the server would reach this browser, which subscribes with its key and stands among its devices. */
export async function readPushState(publicKey: string, digests: readonly string[]): Promise<PushState> {
  if (!window.isSecureContext) return 'insecure';
  if (!canPush()) return /\b(iPhone|iPad)\b/.test(navigator.userAgent) ? 'home-screen' : 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  const subscription = await findSubscription();
  if (subscription === null || Notification.permission !== 'granted') return 'off';
  const known = hasKey(subscription, publicKey) && digests.includes(await digestOf(subscription.endpoint));
  return known ? 'on' : 'off';
}

/** Which of the devices this browser is; null: it subscribed to nothing. */
export async function findOwnDigest(): Promise<string | null> {
  const subscription = window.isSecureContext && canPush() ? await findSubscription() : null;
  return subscription === null ? null : digestOf(subscription.endpoint);
}

/** Asks the person, then subscribes. Null: they said no. Throws what the browser throws, as where its push service is away. */
export async function subscribe(publicKey: string): Promise<Subscribed | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  await navigator.serviceWorker.register(workerFile);
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  if (before !== null && !hasKey(before, publicKey)) await before.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint = '', keys = {} } = made.toJSON();
  return { endpoint, p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' };
}

/** This browser takes nothing any more; its push service says so to the server, which then removes it. */
export async function unsubscribe(): Promise<void> {
  if (window.isSecureContext && canPush()) await (await findSubscription())?.unsubscribe();
}

const canPush = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

async function findSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  return (await registration?.pushManager.getSubscription()) ?? null;
}

function hasKey({ options }: PushSubscription, publicKey: string): boolean {
  const key = options.applicationServerKey;
  if (key === null) return false;
  return btoa(String.fromCharCode(...new Uint8Array(key))).replace(/=+$/, '') === fromUrl(publicKey);
}

const fromUrl = (text: string) => text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');

/** SHA-256 in hex. */
async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
