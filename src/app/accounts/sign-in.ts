import { VigieError } from '#domain/error.ts';
import type { Accounts } from './accounts.ts';
import { type Asker, ask } from './ask.ts';
import { provider } from './auth.ts';
import { leaveSession } from './find-session.ts';
import { withLockOut } from './lock-out.ts';
import { spendCode } from './spend-code.ts';

export type SignInOutcome = { readonly status: 'signed-in' | 'two-factor' };

/** Signs somebody in, or asks for their second factor; the session that their browser had ends. Throws `account.bad-credentials` and `account.locked`. */
export async function signIn(
  accounts: Accounts,
  given: { readonly email: string; readonly password: string },
  asker: Asker,
): Promise<SignInOutcome> {
  const { auth, everywhere, now } = accounts;
  const { headers } = asker;
  const answer = await withLockOut(everywhere, given.email, now(), () =>
    ask(asker, (more) => auth.api.signInEmail({ body: { ...given, email: given.email.toLowerCase() }, ...more })),
  );
  await leaveSession(accounts, headers);
  return { status: 'twoFactorRedirect' in answer && answer.twoFactorRedirect ? 'two-factor' : 'signed-in' };
}

/**
 * Gives the second factor that a sign-in wants; the answer says whose it was. A code works once. Throws `account.bad-code`.
 */
export async function verifySecondFactor(
  accounts: Accounts,
  given: { readonly code: string; readonly backup: boolean },
  asker: Asker,
): Promise<{ readonly outcome: SignInOutcome; readonly email: string }> {
  const { api } = accounts.auth;
  const code = given.code.replaceAll(' ', '');
  const { user } = await ask(asker, async (more) => {
    if (given.backup) return api.verifyBackupCode({ body: { code }, ...more });
    const answer = await api.verifyTOTP({ body: { code }, ...more });
    await spendCode(accounts, code, answer.response);
    return answer;
  });
  return { outcome: { status: 'signed-in' }, email: user.email };
}

export async function signOut({ auth }: Accounts, asker: Asker): Promise<void> {
  await ask(asker, (more) => auth.api.signOut({ ...more }));
}

/** The address at which the provider asks who somebody is. Throws `account.no-single-sign-on`. */
export async function startSingleSignOn(accounts: Accounts, returnTo: string, asker: Asker): Promise<string> {
  if (accounts.singleSignOn === null) throw new VigieError('account.no-single-sign-on');
  const body = {
    provider,
    callbackURL: `${accounts.url}${returnTo}`,
    errorCallbackURL: `${accounts.url}/sign-in`,
    disableRedirect: true,
  };
  const { url } = await ask(asker, (more) => accounts.auth.api.signInSocial({ body, ...more }));
  if (!url) throw new VigieError('account.no-single-sign-on');
  return url;
}
