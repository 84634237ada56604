import { makeVapidKeys, type VapidKeys } from '#notifiers/push/send-push.ts';
import type { Records } from '#records/client.ts';
import { dropPushKeys, findPushKeys, keepPushKeys } from '#records/talk/push-keys.ts';
import type { Keys } from '../keys.ts';
import { openSealed, seal } from '../seal.ts';

const purpose = 'push-keys';

/**
 * The keys that sign what goes to devices, one pair for all processes, made when it is first asked for. Keys that were sealed
 * with another secret are made anew, and devices that know only those are asked again.
 */
export async function getPushKeys(everywhere: Records, keys: Keys): Promise<VapidKeys> {
  const found = (await findPushKeys(everywhere)) ?? (await makeKeys(everywhere, keys));
  const opened = openSealed(keys, purpose, found.publicKey, found.sealed);
  if (opened !== null) return { publicKey: found.publicKey, privateKey: opened };
  await dropPushKeys(everywhere, found.publicKey);
  const made = await makeKeys(everywhere, keys);
  return { publicKey: made.publicKey, privateKey: openSealed(keys, purpose, made.publicKey, made.sealed) ?? '' };
}

function makeKeys(everywhere: Records, keys: Keys) {
  const { publicKey, privateKey } = makeVapidKeys();
  return keepPushKeys(everywhere, { publicKey, sealed: seal(keys, purpose, publicKey, privateKey) });
}
