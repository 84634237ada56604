import { endSession, findUser, touchSession } from '#records/users.ts';
import type { Accounts } from './accounts.ts';
import type { SignedIn } from './own-account.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A session ends so long after it was opened, whatever it is used for. */
export const longestSessionDays = 30;

/** A session that was not used for so long is over. */
const idleDays = 7;

/** How exactly its last use is known. */
const touchEvery = 10 * MINUTE;

/** Who is signed in by the cookie of a request; null: nobody, or their session is over. Using a session keeps it alive. */
export async function findSignedIn(accounts: Accounts, headers: Headers): Promise<SignedIn | null> {
  if (!headers.has('cookie')) return null;
  const { auth, everywhere, now } = accounts;
  const found = await auth.api.getSession({ headers });
  if (found === null) return null;
  const { id, updatedAt } = found.session;
  const idle = now() - updatedAt.getTime();
  if (idle > idleDays * DAY) {
    await endSession(everywhere, id);
    return null;
  }
  if (idle > touchEvery) await touchSession(everywhere, id, new Date(now()));
  const user = await findUser(everywhere, found.user.id);
  return user === null ? null : { user, session: id };
}

/** Ends the session that a browser brought along to a sign-in: it has another now. */
export async function leaveSession({ auth, everywhere }: Accounts, headers: Headers): Promise<void> {
  const found = headers.has('cookie') ? await auth.api.getSession({ headers }) : null;
  if (found !== null) await endSession(everywhere, found.session.id);
}
