import type { User } from '#records/users.ts';
import { auditAccount } from '../audit/audit-account.ts';
import { acceptAllInvitations } from '../members/accept-invitation.ts';
import type { Accounts } from './accounts.ts';
import { findSignedIn, leaveSession } from './find-session.ts';

export interface Return {
  readonly status: number;
  readonly location: string;
  readonly cookies: readonly string[];
}

/**
 * Takes somebody back from the single sign-on provider. Who is known is signed in; who is invited gets an account; open
 * invitations of their address are accepted, since the provider vouches for it. All others are sent to the sign-in page.
 */
export async function finishSingleSignOn(
  accounts: Accounts,
  path: string,
  headers: Headers,
  address: string,
): Promise<Return> {
  const answer = await accounts.auth.handler(new Request(new URL(path, accounts.url), { headers }));
  const cookies = answer.headers.getSetCookie();
  const user = await findOf(accounts, cookies);
  if (user !== null) await leaveSession(accounts, headers);
  if (user?.emailVerified) await acceptAllInvitations(accounts, user);
  if (user !== null) await auditAccount(accounts, user.email, 'account.signed-in', address, { singleSignOn: true });
  const location = answer.headers.get('location') ?? `${accounts.url}/sign-in?error=single-sign-on`;
  return { status: 302, location, cookies };
}

/** Whom new cookies sign in; null: nobody. */
async function findOf(accounts: Accounts, cookies: readonly string[]): Promise<User | null> {
  const cookie = cookies.map((one) => one.split(';', 1)[0]).join('; ');
  return (await findSignedIn(accounts, new Headers({ cookie })))?.user ?? null;
}
