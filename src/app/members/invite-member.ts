import { randomUUID } from 'node:crypto';
import type { Role } from '#domain/access/role.ts';
import { type Language, VigieError } from '#domain/error.ts';
import { type Invitation, listInvitations, removeInvitation, saveInvitation } from '#records/invitations.ts';
import { findMember, type Sight } from '#records/members.ts';
import { findUserByEmail } from '#records/users.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { invitationLetter } from '../accounts/letters.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { canGiveRole } from '../permissions.ts';
import { hashSecret, makeSecret } from '../secret-text.ts';

const DAYS = 7;

export interface NewInvitation extends Sight {
  readonly email: string;
  readonly role: Role;
  /** Of the mail. */
  readonly language: Language;
}

/**
 * Invites somebody by mail; an earlier invitation of the same address ends. The link is given back too, for whoever invites
 * where no mail can be sent. Throws `member.known` and `member.owner-only`.
 */
export async function inviteMember(accounts: Accounts, app: App, given: NewInvitation, by: By) {
  const email = given.email.toLowerCase();
  if (!canGiveRole(by.actor, given.role)) throw new VigieError('member.owner-only');
  const user = await findUserByEmail(accounts.everywhere, email);
  if (user && (await findMember(app.records, app.workspace, user.id))) throw new VigieError('member.known', { email });
  const token = makeSecret();
  const invitation = await saveInvitation(app.records, {
    workspace: app.workspace,
    id: randomUUID(),
    hash: hashSecret(token),
    email,
    role: given.role,
    teams: JSON.stringify(given.teams),
    agents: JSON.stringify(given.agents),
    invitedBy: 'name' in by.actor ? by.actor.name : null,
    expiresAt: new Date(accounts.now() + DAYS * 86_400_000),
  });
  const details = { email, role: given.role, teams: given.teams, agents: given.agents };
  await recordAudit(app.records, app.workspace, by, { action: 'member.invited', subject: invitation.id, details });
  const link = `${accounts.url}/invitation/${token}`;
  return { invitation: viewOf(invitation), link, mailed: await mail(accounts, app, invitation, link, given.language) };
}

/** False where no mail can be sent, or the mail server would not take it: the link is then passed on by hand. */
async function mail(accounts: Accounts, app: App, to: Invitation, url: string, language: Language): Promise<boolean> {
  if (accounts.sendMail === null) return false;
  const { name: workspace } = await getWorkspace(app.records, app.workspace);
  const by = to.invitedBy ?? 'Vigie';
  const letter = invitationLetter({ email: to.email, workspace, role: to.role, by, url, days: DAYS }, language);
  return accounts.sendMail(letter).then(
    () => true,
    () => false,
  );
}

export async function listOpenInvitations(app: App) {
  return (await listInvitations(app.records, app.workspace, new Date(app.now()))).map(viewOf);
}

/** Throws `invitation.unknown`. */
export async function revokeInvitation(app: App, id: string, by: By): Promise<void> {
  if (!(await removeInvitation(app.records, app.workspace, id))) throw new VigieError('invitation.unknown');
  await recordAudit(app.records, app.workspace, by, { action: 'invitation.revoked', subject: id });
}

function viewOf({ id, email, role, teams, agents, invitedBy, createdAt, expiresAt }: Invitation) {
  return {
    ...{ id, email, role, teams, agents, invitedBy },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
