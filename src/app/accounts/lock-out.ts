import { VigieError } from '#domain/error.ts';
import type { Records } from '#records/client.ts';
import { addFailure, findFailures, forgetFailures } from '#records/sign-in-failures.ts';

/** Failed sign-ins in a row that an address may have; the next ones wait. */
const PATIENCE = 5;
const MINUTE = 60_000;
const LONGEST = 60;
/** After so long without a try, the count begins anew. */
export const FORGET_AFTER = 24 * 60 * MINUTE;

/** Minutes to wait after so many failures in a row: none up to the fifth, then 1, 2, 4 … up to an hour. */
export function lockedMinutes(failures: number): number {
  return failures < PATIENCE ? 0 : Math.min(LONGEST, 2 ** (failures - PATIENCE));
}

/**
 * Tries a sign-in of an address, known or not: after too many failures in a row it is closed for a while, so that passwords
 * cannot be guessed one after the other. Throws `account.locked`.
 */
export async function withLockOut<T>(
  records: Records,
  email: string,
  now: number,
  attempt: () => Promise<T>,
): Promise<T> {
  const address = email.toLowerCase();
  const known = await findFailures(records, address);
  const minutes = known === null ? 0 : lockedMinutes(known.failures);
  const openAt = known === null ? 0 : known.failedAt.getTime() + minutes * MINUTE;
  // A wall clock that was set back must not lock anybody out for longer than was said.
  if (now < openAt && openAt - now <= minutes * MINUTE) {
    throw new VigieError('account.locked', { minutes: Math.ceil((openAt - now) / MINUTE) });
  }
  try {
    const result = await attempt();
    if (known !== null) await forgetFailures(records, address);
    return result;
  } catch (error) {
    if (isRefusal(error)) await addFailure(records, address, new Date(now), new Date(now - FORGET_AFTER));
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof VigieError && error.code === 'account.bad-credentials';
}
