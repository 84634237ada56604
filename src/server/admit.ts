import { type Identity, identify } from '#app/access/identify.ts';
import type { Accounts } from '#app/accounts/accounts.ts';
import { may as canDo, mustHave } from '#app/permissions.ts';
import type { Access } from '#domain/access/permission.ts';
import { VigieError } from '#domain/error.ts';

/**
 * Lets a request in, or not: whoever asks must be known, and may call the route. Routes for anyone are told who asks where it
 * can be told. `somebody` is whoever is known at all, by a session or a token.
 */
export async function admit(
  accounts: Accounts,
  may: Access | 'somebody',
  headers: Headers,
  workspace: string | null,
): Promise<Identity | null> {
  if (may === 'anyone') return identify(accounts, headers, workspace).catch(forgive);
  const identity = await identify(accounts, headers, workspace);
  if (identity === null) throw new VigieError('access.not-signed-in');
  if (may === 'somebody') return identity;
  if (may === 'signed-in') {
    if (identity.signedIn === null) throw new VigieError('access.not-signed-in');
    return identity;
  }
  if (identity.actor.kind === 'guest' && !canDo(identity.actor, may)) throw new VigieError('access.no-workspace');
  mustHave(identity.actor, may);
  return identity;
}

/** Where anyone may ask, a session that is over or of another workspace is nobody's. */
function forgive(error: unknown): null {
  if (error instanceof VigieError) return null;
  throw error;
}
