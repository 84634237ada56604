import { VigieError } from '#domain/error.ts';
import type { Accounts } from './accounts.ts';
import { type Asker, ask } from './ask.ts';
import { provider } from './auth.ts';
import { withLockOut } from './lock-out.ts';

export type SignInOutcome = { readonly status: 'signed-in' | 'two-factor' };

/** Signs somebody in, or asks for their second factor. Throws `account.bad-credentials` and `account.locked`. */
export async function signIn(
  accounts: Accounts,
  given: { readonly email: string; readonly password: string },
  asker: Asker,
): Promise<SignInOutcome> {
  const { auth, everywhere, now } = accounts;
  const answer = await withLockOut(everywhere, given.email, now(), () =>
    ask(asker, (more) => auth.api.signInEmail({ body: { ...given, email: given.email.toLowerCase() }, ...more })),
  );
  return { status: 'twoFactorRedirect' in answer && answer.twoFactorRedirect ? 'two-factor' : 'signed-in' };
}

/** Gives the second factor that a sign-in wants; the answer says whose it was. Throws `account.bad-code`. */
export async function verifySecondFactor(
  { auth }: Accounts,
  given: { readonly code: string; readonly backup: boolean },
  asker: Asker,
): Promise<{ readonly outcome: SignInOutcome; readonly email: string }> {
  const body = { code: given.code.replaceAll(' ', '') };
  const { user } = given.backup
    ? await ask(asker, (more) => auth.api.verifyBackupCode({ body, ...more }))
    : await ask(asker, (more) => auth.api.verifyTOTP({ body, ...more }));
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
