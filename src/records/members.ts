import type { Selectable } from 'kysely';
import type { Role } from '#domain/access/role.ts';
import type { Records } from './client.ts';
import type { MemberTable } from './tables.ts';

export type Member = Selectable<MemberTable>;

/** What a member sees: teams of a lead or agent, ids under which an agent appears in the data. */
export interface Sight {
  readonly teams: readonly string[];
  readonly agents: readonly string[];
}

/** Adds a member, or gives one that is there another role. */
export async function saveMember(
  records: Records,
  member: { readonly workspace: string; readonly userId: string; readonly role: Role } & Sight,
): Promise<void> {
  const held = { role: member.role, teams: JSON.stringify(member.teams), agents: JSON.stringify(member.agents) };
  await records
    .insertInto('members')
    .values({ workspace: member.workspace, userId: member.userId, ...held })
    .onConflict((conflict) => conflict.columns(['workspace', 'userId']).doUpdateSet(held))
    .execute();
}

export async function findMember(records: Records, workspace: string, userId: string): Promise<Member | null> {
  const query = records.selectFrom('members').selectAll().where('workspace', '=', workspace);
  return (await query.where('userId', '=', userId).executeTakeFirst()) ?? null;
}

export async function removeMember(records: Records, workspace: string, userId: string): Promise<void> {
  await records.deleteFrom('members').where('workspace', '=', workspace).where('userId', '=', userId).execute();
}

export async function countOwners(records: Records, workspace: string): Promise<number> {
  const { n } = await records
    .selectFrom('members')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('workspace', '=', workspace)
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Remembers that a member was here, at most once a minute. */
export async function touchMember(records: Records, workspace: string, userId: string, now: Date): Promise<void> {
  await records
    .updateTable('members')
    .set({ lastSeenAt: now })
    .where('workspace', '=', workspace)
    .where('userId', '=', userId)
    .where((where) =>
      where.or([where('lastSeenAt', 'is', null), where('lastSeenAt', '<', new Date(now.getTime() - 60_000))]),
    )
    .execute();
}

export interface MemberOfUser extends Pick<Member, 'workspace' | 'role' | 'teams' | 'agents'> {
  readonly name: string;
}

/** The workspaces of a user, the first joined first. For connections of the whole installation. */
export async function listMemberships(everywhere: Records, userId: string): Promise<MemberOfUser[]> {
  return everywhere
    .selectFrom('members')
    .innerJoin('workspaces', 'workspaces.id', 'members.workspace')
    .select(['members.workspace', 'workspaces.name', 'members.role', 'members.teams', 'members.agents'])
    .where('members.userId', '=', userId)
    .orderBy('members.joinedAt')
    .orderBy('members.workspace')
    .execute();
}

export interface MemberView extends Omit<Member, 'workspace'> {
  readonly name: string;
  readonly email: string;
  readonly twoFactorEnabled: boolean | null;
}

/** Members with their accounts, by name. For connections of the whole installation: accounts are of no workspace. */
export async function listMembers(everywhere: Records, workspace: string): Promise<MemberView[]> {
  return everywhere
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.userId')
    .select(['userId', 'role', 'teams', 'agents', 'joinedAt', 'lastSeenAt', 'name', 'email', 'twoFactorEnabled'])
    .where('members.workspace', '=', workspace)
    .orderBy('name')
    .orderBy('userId')
    .execute();
}
