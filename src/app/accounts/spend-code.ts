import { VigieError } from '#domain/error.ts';
import type { Accounts } from './accounts.ts';

/** Longer than a code of an authenticator app holds: its own half minute, the one before and the one after. */
const HOLDS = 120_000;

/**
 * Marks a code as used, right after it was found to be right. Where it was used before, the session that it opened ends again
 * and nobody is signed in. Throws `account.bad-code`.
 */
export async function spendCode(
  accounts: Accounts,
  code: string,
  opened: { readonly token: string; readonly user: { readonly id: string } },
): Promise<void> {
  const { internalAdapter } = await accounts.auth.$context;
  const now = accounts.now();
  const expiresAt = new Date(now + 2 * HOLDS);
  const period = Math.floor(now / HOLDS);
  // Marks bear the period in which they were made: a use shortly before its beginning is found under the one before.
  for (const at of [period, period - 1]) {
    const identifier = `used-code:${opened.user.id}:${code}:${at}`;
    if (await internalAdapter.reserveVerificationValue({ identifier, value: 'used', expiresAt })) continue;
    await internalAdapter.deleteSession(opened.token);
    throw new VigieError('account.bad-code');
  }
}
