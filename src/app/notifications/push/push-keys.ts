import type { VapidKeys } from '#notifiers/web-push/write-push.ts';
import { makeVapidKeys } from '#notifiers/web-push/write-push.ts';
import type { Records } from '#records/client.ts';
import { addPushKey, findPushKey, removePushKey } from '#records/talk/push-devices.ts';
import type { Keys } from '../../keys.ts';
import { openSealed, seal } from '../../seal.ts';

const purpose = 'push-keys';
const place = 'vapid';

export interface PushKeyStore {
  readonly everywhere: Records;
  readonly keys: Keys;
}

/**
 * The keys by which push services know this installation, made at their first use and shared by its nodes. Keys that another
 * secret sealed are lost: new ones are made, and the devices that knew them are forgotten.
 */
export async function getPushKeys({ everywhere, keys }: PushKeyStore, now: number): Promise<VapidKeys> {
  const held = await findPushKey(everywhere);
  if (held !== null) {
    const privateKey = openSealed(keys, purpose, place, held.sealed);
    if (privateKey !== null) return { publicKey: held.publicKey, privateKey };
    await removePushKey(everywhere, held);
  }
  const { publicKey, privateKey } = makeVapidKeys();
  const sealed = seal(keys, purpose, place, privateKey);
  await addPushKey(everywhere, { id: 'vapid', publicKey, sealed, createdAt: new Date(now) });
  return getPushKeys({ everywhere, keys }, now);
}
