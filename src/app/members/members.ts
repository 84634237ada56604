import type { Role } from '#domain/access/role.ts';
import { VigieError } from '#domain/error.ts';
import { countOwners, findMember, listMembers, type MemberView, removeMember, saveMember } from '#records/members.ts';
import { leaveSaved } from '#records/saved/leave-saved.ts';
import { findUser } from '#records/users.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { canGiveRole } from '../permissions.ts';

/** Members with their accounts, by name. */
export async function listMemberViews({ everywhere }: Accounts, app: App) {
  return (await listMembers(everywhere, app.workspace)).map(viewOf);
}

export interface MemberChange {
  readonly role?: Role | undefined;
  readonly teams?: readonly string[] | undefined;
  readonly agents?: readonly string[] | undefined;
}

/** Changes the role of a member, or what they see. Throws `member.unknown`, `member.owner-only` and `member.last-owner`. */
export async function changeMember(accounts: Accounts, app: App, userId: string, change: MemberChange, by: By) {
  const member = await getMember(app, userId);
  const { role = member.role, teams = member.teams, agents = member.agents } = change;
  checkRoles(by, [member.role, role]);
  if (role !== 'owner') await keepOneOwner(app, member.role);
  await saveMember(app.records, { workspace: app.workspace, userId, role, teams, agents });
  await recordAudit(app.records, app.workspace, by, {
    action: 'member.changed',
    subject: userId,
    details: { from: seen(member), to: seen({ role, teams, agents }) },
  });
  const views = await listMembers(accounts.everywhere, app.workspace);
  return viewOf(views.find((view) => view.userId === userId) as MemberView);
}

/** Removes a member, and what they saved for themselves alone; what they see ends with their next request. */
export async function dropMember({ everywhere }: Accounts, app: App, userId: string, by: By): Promise<void> {
  const member = await getMember(app, userId);
  checkRoles(by, [member.role]);
  await keepOneOwner(app, member.role);
  await app.records.transaction().execute(async (trx) => {
    await leaveSaved(trx, app.workspace, userId);
    await removeMember(trx, app.workspace, userId);
  });
  const user = await findUser(everywhere, userId);
  const details = { email: user?.email ?? null, role: member.role };
  await recordAudit(app.records, app.workspace, by, { action: 'member.removed', subject: userId, details });
}

async function getMember(app: App, userId: string) {
  const member = await findMember(app.records, app.workspace, userId);
  if (member === null) throw new VigieError('member.unknown', { id: userId.slice(0, 100) });
  return member;
}

function checkRoles({ actor }: By, concerned: readonly Role[]): void {
  if (!concerned.every((role) => canGiveRole(actor, role))) throw new VigieError('member.owner-only');
}

async function keepOneOwner(app: App, role: Role): Promise<void> {
  if (role === 'owner' && (await countOwners(app.records, app.workspace)) < 2)
    throw new VigieError('member.last-owner');
}

function seen({ role, teams, agents }: Required<{ [K in keyof MemberChange]: NonNullable<MemberChange[K]> }>) {
  return { role, teams, agents };
}

function viewOf({ userId, name, email, role, teams, agents, twoFactorEnabled, joinedAt, lastSeenAt }: MemberView) {
  return {
    id: userId,
    name,
    email,
    role,
    teams,
    agents,
    twoFactor: twoFactorEnabled === true,
    joinedAt: joinedAt.toISOString(),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
  };
}
