import { ECDH } from 'node:crypto';
import type { Subscription } from './send-push.ts';

const pointBytes = 65;
const authBytes = 16;

/** Whether messages can be encrypted with the keys: a point of P-256 and a secret of 16 bytes (RFC 8291). */
export function isSubscription({ keys: { p256dh, auth } }: Subscription): boolean {
  const point = Buffer.from(p256dh, 'base64url');
  if (point.length !== pointBytes || Buffer.from(auth, 'base64url').length !== authBytes) return false;
  try {
    ECDH.convertKey(point, 'prime256v1');
    return true;
  } catch {
    return false;
  }
}
