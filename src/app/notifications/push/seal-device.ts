import { createHash } from 'node:crypto';
import type { PushSubscription } from '#notifiers/web-push/write-push.ts';
import type { PushDevice } from '#records/talk/push-devices.ts';
import type { Keys } from '../../keys.ts';
import { openSealed, seal } from '../../seal.ts';

const purpose = 'push-devices';
type Place = Pick<PushDevice, 'workspace' | 'id'>;
const placeOf = ({ workspace, id }: Place) => JSON.stringify([workspace, id]);

/** What tells addresses apart and says nothing of them; browsers find themselves by it. */
export const digestOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex');

export function sealDevice(keys: Keys, place: Place, { endpoint, p256dh, auth }: PushSubscription): string {
  return seal(keys, purpose, placeOf(place), JSON.stringify({ endpoint, p256dh, auth }));
}

/** Null: it was sealed with another secret, so nothing reaches that browser any more. */
export function openDevice(keys: Keys, device: PushDevice): PushSubscription | null {
  const text = openSealed(keys, purpose, placeOf(device), device.sealed);
  return text === null ? null : JSON.parse(text);
}
