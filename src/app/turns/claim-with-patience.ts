import { setTimeout as sleep } from 'node:timers/promises';
import { VigieError } from '#domain/error.ts';
import type { Claim, Locks } from '#records/locks/locks.ts';

/** Held while tables are made or changed. */
export const openingName = 'opening';

const ASK_AGAIN_MS = 250;
const PATIENCE_MS = 120_000;

/** Claims a name that others hold for seconds or minutes, not for good. Throws `data.busy` after two minutes. */
export async function claimWithPatience(locks: Locks, name: string): Promise<Claim> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    const claim = await locks.claim(name);
    if (claim) return claim;
    await sleep(ASK_AGAIN_MS);
  }
  throw new VigieError('data.busy');
}
