import { VigieError } from '#domain/error.ts';
import { forgetFailures } from '#records/sign-in-failures.ts';
import { findUser, findUserByEmail } from '#records/users.ts';
import { makeSecret } from '../secret-text.ts';
import type { Accounts } from './accounts.ts';
import { type Asker, ask } from './ask.ts';
import { checkPassword } from './check-password.ts';

const HOUR = 3_600_000;

/**
 * Sends a link to choose a new password, if the address has an account. Whoever asks learns nothing: neither the answer nor
 * its time tells, so the mail is sent after it. Throws `account.no-mail`.
 */
export function requestPasswordReset(accounts: Accounts, email: string, onFailure: (error: unknown) => void): void {
  if (accounts.sendMail === null) throw new VigieError('account.no-mail');
  accounts.auth.api.requestPasswordReset({ body: { email: email.toLowerCase() } }).catch(onFailure);
}

/**
 * Chooses a new password by the secret of a link; every session ends, a lock-out too. Gives the address of the account.
 * Throws `account.link-expired`, and `account.weak-password`, after which the link still works.
 */
export async function resetPassword(
  accounts: Accounts,
  token: string,
  password: string,
  asker: Asker,
): Promise<string | null> {
  const userId = await findResetUser(accounts, token);
  const user = userId === null ? null : await findUser(accounts.everywhere, userId);
  if (user !== null) await checkPassword(password, user);
  await ask(asker, (more) => accounts.auth.api.resetPassword({ body: { token, newPassword: password }, ...more }));
  if (user === null) return null;
  await forgetFailures(accounts.everywhere, user.email);
  return user.email;
}

/** Makes a link to choose a new password, for an operator to pass on. Throws `account.unknown`. */
export async function makeResetLink(accounts: Accounts, email: string): Promise<string> {
  const user = await findUserByEmail(accounts.everywhere, email);
  if (user === null) throw new VigieError('account.unknown', { email });
  const token = makeSecret();
  const { internalAdapter } = await accounts.auth.$context;
  const expiresAt = new Date(accounts.now() + HOUR);
  await internalAdapter.createVerificationValue({ identifier: `reset-password:${token}`, value: user.id, expiresAt });
  return `${accounts.url}/reset-password/${token}`;
}

async function findResetUser({ auth }: Accounts, token: string): Promise<string | null> {
  const { internalAdapter } = await auth.$context;
  return (await internalAdapter.findVerificationValue(`reset-password:${token}`))?.value ?? null;
}
