import { VigieError } from '#domain/error.ts';
import { listMemberships, type MemberOfUser, touchMember } from '#records/members.ts';
import { findToken, touchToken } from '#records/tokens.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { findSignedIn } from '../accounts/find-session.ts';
import type { SignedIn } from '../accounts/own-account.ts';
import { hashSecret } from '../secret-text.ts';
import type { Actor } from './actor.ts';

/** Who asks, and of which workspace. */
export interface Identity {
  readonly actor: Actor;
  /** Null: they are a member of none. */
  readonly workspace: string | null;
  /** Null where a token asks. */
  readonly signedIn: SignedIn | null;
  readonly memberships: readonly MemberOfUser[];
}

const MINUTE = 60_000;

/**
 * Tells who asks from an API token or the cookie of a session; null: nobody. `wanted` is the workspace that the request
 * names. Throws `access.token-refused`, and `access.no-workspace` where it is not theirs.
 */
export async function identify(accounts: Accounts, headers: Headers, wanted: string | null): Promise<Identity | null> {
  const authorization = headers.get('authorization');
  if (authorization !== null) return identifyToken(accounts, authorization, wanted);
  const signedIn = await findSignedIn(accounts, headers);
  if (signedIn === null) return null;
  const { id, name, operator } = signedIn.user;
  const memberships = await listMemberships(accounts.everywhere, id);
  const membership = wanted === null ? memberships[0] : memberships.find(({ workspace }) => workspace === wanted);
  if (membership === undefined) {
    if (wanted !== null) throw new VigieError('access.no-workspace');
    return { actor: { kind: 'guest', id, name, operator }, workspace: null, signedIn, memberships };
  }
  const { workspace, role, teams, agents } = membership;
  await touchMember(accounts.everywhere, workspace, id, new Date(accounts.now()));
  return { actor: { kind: 'member', id, name, operator, role, teams, agents }, workspace, signedIn, memberships };
}

async function identifyToken(accounts: Accounts, authorization: string, wanted: string | null): Promise<Identity> {
  const secret = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? '';
  const token = secret === '' ? null : await findToken(accounts.everywhere, hashSecret(secret));
  const now = accounts.now();
  if (token === null || (token.expiresAt !== null && token.expiresAt.getTime() <= now)) {
    throw new VigieError('access.token-refused');
  }
  if (wanted !== null && wanted !== token.workspace) throw new VigieError('access.no-workspace');
  const { id, name, scope, workspace, lastUsedAt } = token;
  if (Math.abs(now - (lastUsedAt?.getTime() ?? 0)) > MINUTE) await touchToken(accounts.everywhere, id, new Date(now));
  return { actor: { kind: 'token', id, name, scope }, workspace, signedIn: null, memberships: [] };
}
