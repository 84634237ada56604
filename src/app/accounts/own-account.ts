import { VigieError } from '#domain/error.ts';
import { removePushDevicesOf } from '#records/talk/push-devices.ts';
import { endSessions, findUserByEmail, listOpenSessions, type User } from '#records/users.ts';
import type { Accounts } from './accounts.ts';
import { type Asker, ask } from './ask.ts';
import { checkPassword } from './check-password.ts';
import { findSignedIn } from './find-session.ts';
import { spendCode } from './spend-code.ts';

/** Who is signed in, and in which session. */
export interface SignedIn {
  readonly user: User;
  readonly session: string;
}

/** Changes one's password; other sessions end. Throws `account.wrong-password` and `account.weak-password`. */
export async function changePassword(
  accounts: Accounts,
  given: { readonly current: string; readonly next: string },
  asker: Asker,
): Promise<void> {
  const signedIn = await findSignedIn(accounts, asker.headers);
  if (signedIn !== null) await checkPassword(given.next, signedIn.user);
  const body = { currentPassword: given.current, newPassword: given.next, revokeOtherSessions: true };
  await ask(asker, (more) => accounts.auth.api.changePassword({ body, ...more }));
}

export async function listOwnSessions({ everywhere, now }: Accounts, { user, session }: SignedIn) {
  const found = await listOpenSessions(everywhere, user.id, new Date(now()));
  return found.map(({ id, createdAt, updatedAt, expiresAt, userAgent, ipAddress }) => ({
    id,
    current: id === session,
    createdAt: createdAt.toISOString(),
    lastSeenAt: updatedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    userAgent,
    address: ipAddress || null,
  }));
}

/** Ends every session of somebody, this one too, and what their devices are told. */
export async function signOutEverywhere(accounts: Accounts, { user }: SignedIn, asker: Asker): Promise<void> {
  await ask(asker, (more) => accounts.auth.api.signOut({ ...more }));
  await removePushDevicesOf(accounts.everywhere, user.id);
  await endSessions(accounts.everywhere, user.id);
}

/** Ends every session of an account and what its devices are told, for an operator; how many there were. Throws `account.unknown`. */
export async function signUserOut(accounts: Accounts, email: string): Promise<number> {
  const user = await findUserByEmail(accounts.everywhere, email);
  if (user === null) throw new VigieError('account.unknown', { email });
  await removePushDevicesOf(accounts.everywhere, user.id);
  return endSessions(accounts.everywhere, user.id);
}

export interface TwoFactorSetup {
  readonly uri: string;
  readonly secret: string;
  readonly backupCodes: readonly string[];
}

/** Begins two-factor sign-in; it holds once confirmed. Throws `account.wrong-password` and `account.two-factor-on`. */
export async function startTwoFactor({ auth }: Accounts, password: string, asker: Asker): Promise<TwoFactorSetup> {
  const made = await ask(asker, (more) => auth.api.enableTwoFactor({ body: { password, method: 'totp' }, ...more }));
  const { totpURI: uri, backupCodes } = made as { totpURI: string; backupCodes: string[] };
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', backupCodes };
}

/** Two-factor sign-in holds from here on, in a new session; that code is used up. Throws `account.bad-code`. */
export async function confirmTwoFactor(accounts: Accounts, given: string, asker: Asker): Promise<void> {
  const code = given.replaceAll(' ', '');
  await ask(asker, async (more) => {
    const answer = await accounts.auth.api.verifyTOTP({ body: { code }, ...more });
    await spendCode(accounts, code, answer.response);
    return answer;
  });
}

/** Throws `account.wrong-password`. */
export async function stopTwoFactor({ auth }: Accounts, password: string, asker: Asker): Promise<void> {
  await ask(asker, (more) => auth.api.disableTwoFactor({ body: { password }, ...more }));
}
