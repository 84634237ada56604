import { endSessions, listOpenSessions, type User } from '#records/users.ts';
import type { Accounts } from './accounts.ts';
import { type Asker, ask } from './ask.ts';

/** Who is signed in, and in which session. */
export interface SignedIn {
  readonly user: User;
  readonly session: string;
}

/** Changes one's password; other sessions end. Throws `account.wrong-password`. */
export async function changePassword(
  { auth }: Accounts,
  given: { readonly current: string; readonly next: string },
  asker: Asker,
): Promise<void> {
  const body = { currentPassword: given.current, newPassword: given.next, revokeOtherSessions: true };
  await ask(asker, (more) => auth.api.changePassword({ body, ...more }));
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

/** Ends every session of somebody, this one too. */
export async function signOutEverywhere(accounts: Accounts, { user }: SignedIn, asker: Asker): Promise<void> {
  await ask(asker, (more) => accounts.auth.api.signOut({ ...more }));
  await endSessions(accounts.everywhere, user.id);
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

/** Throws `account.bad-code`. */
export async function confirmTwoFactor({ auth }: Accounts, code: string, asker: Asker): Promise<void> {
  await ask(asker, (more) => auth.api.verifyTOTP({ body: { code: code.replaceAll(' ', '') }, ...more }));
}

/** Throws `account.wrong-password`. */
export async function stopTwoFactor({ auth }: Accounts, password: string, asker: Asker): Promise<void> {
  await ask(asker, (more) => auth.api.disableTwoFactor({ body: { password }, ...more }));
}
