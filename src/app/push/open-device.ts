import type { Subscription } from '#notifiers/push/send-push.ts';
import type { PushDevice } from '#records/talk/push-devices.ts';
import type { Keys } from '../keys.ts';
import { openSealed, seal } from '../seal.ts';

const purpose = 'push-devices';
const placeOf = ({ workspace, id }: Pick<PushDevice, 'workspace' | 'id'>) => JSON.stringify([workspace, id]);

/** Whoever knows the address of a browser can have it shown things, so it is sealed. */
export function sealDevice(
  keys: Keys,
  device: Pick<PushDevice, 'workspace' | 'id'>,
  subscription: Subscription,
): string {
  return seal(keys, purpose, placeOf(device), JSON.stringify(subscription));
}

/** Null: it was sealed with another secret. */
export function openDevice(keys: Keys, device: PushDevice): Subscription | null {
  const text = openSealed(keys, purpose, placeOf(device), device.sealed);
  return text === null ? null : JSON.parse(text);
}
