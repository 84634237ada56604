import { VigieError } from '#domain/error.ts';
import type { Records } from '#records/client.ts';
import { findInvitation, type Invitation, removeInvitation } from '#records/invitations.ts';
import { saveMember } from '#records/members.ts';
import { findUserByEmail, type User } from '#records/users.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Asker } from '../accounts/ask.ts';
import { createUser } from '../accounts/create-user.ts';
import { type SignInOutcome, signIn } from '../accounts/sign-in.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { hashSecret } from '../secret-text.ts';

/** What an invitation link is for. Throws `invitation.unknown`. */
export async function describeInvitation(accounts: Accounts, token: string) {
  const invitation = await getInvitation(accounts, token);
  const { name } = await getWorkspace(accounts.everywhere, invitation.workspace);
  const known = (await findUserByEmail(accounts.everywhere, invitation.email)) !== null;
  return { workspace: name, email: invitation.email, role: invitation.role, known };
}

export interface Acceptance {
  readonly name?: string | undefined;
  readonly password?: string | undefined;
}

/**
 * Accepts an invitation: as who is signed in, or with a new account of the address that was invited. Throws
 * `invitation.unknown`, `.sign-in-first`, `.other-address` and `.incomplete`.
 */
export async function acceptInvitation(
  accounts: Accounts,
  token: string,
  given: Acceptance,
  signedIn: User | null,
  asker: Asker,
): Promise<SignInOutcome> {
  const invitation = await getInvitation(accounts, token);
  const { email } = invitation;
  if (signedIn !== null) {
    if (signedIn.email !== email) throw new VigieError('invitation.other-address', { email });
    await join(accounts.everywhere, invitation, signedIn);
    return { status: 'signed-in' };
  }
  if (await findUserByEmail(accounts.everywhere, email)) throw new VigieError('invitation.sign-in-first', { email });
  const { name, password } = given;
  if (name === undefined || password === undefined) throw new VigieError('invitation.incomplete');
  const id = await createUser(accounts, { name, email, password });
  await join(accounts.everywhere, invitation, { id, name });
  return signIn(accounts, { email, password }, asker);
}

/** Accepts all that stands open for an address whose owner the single sign-on provider vouches for. */
export async function acceptAllInvitations({ everywhere, now }: Accounts, user: User): Promise<void> {
  const open = await everywhere
    .selectFrom('invitations')
    .selectAll()
    .where('email', '=', user.email)
    .where('expiresAt', '>', new Date(now()))
    .execute();
  for (const invitation of open) await join(everywhere, invitation, user);
}

async function getInvitation({ everywhere, now }: Accounts, token: string): Promise<Invitation> {
  const invitation = await findInvitation(everywhere, hashSecret(token), new Date(now()));
  if (invitation === null) throw new VigieError('invitation.unknown');
  return invitation;
}

/** Each invitation is used once: who removes it joins. */
async function join(everywhere: Records, invitation: Invitation, user: Pick<User, 'id' | 'name'>): Promise<void> {
  const { workspace, id, role, teams, agents } = invitation;
  await everywhere.transaction().execute(async (trx) => {
    if (!(await removeInvitation(trx, workspace, id))) throw new VigieError('invitation.unknown');
    await saveMember(trx, { workspace, userId: user.id, role, teams, agents });
    const actor = { kind: 'guest', id: user.id, name: user.name, operator: false } as const;
    const deed = { action: 'member.joined', subject: user.id, details: { role } };
    await recordAudit(trx, workspace, { actor, address: null }, deed);
  });
}
