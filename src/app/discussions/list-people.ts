import type { Names } from '#domain/discussion/comment-text.ts';
import type { Subject } from '#domain/discussion/subject.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import { listMembers, type MemberView } from '#records/members.ts';
import type { Actor } from '../access/actor.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { canSeeSubject, mustSeeSubject } from './can-see-subject.ts';

type Directory = Pick<Accounts, 'everywhere'>;

/** A member as somebody who asks. */
export const actorOf = ({ userId, name, role, teams, agents }: MemberView): Actor => ({
  ...{ kind: 'member', id: userId, name, role, operator: false, teams, agents },
});

/** The members who see something, by name; those of one name are told apart by a number. */
export async function listPeople(directory: Directory, app: App, actor: Actor, subject: Subject, query: Address) {
  await mustSeeSubject(app, actor, subject, query);
  const members = await listMembers(directory.everywhere, app.workspace);
  const names = namesOf(members);
  const people: { id: string; name: string }[] = [];
  for (const member of members) {
    if (!(await canSeeSubject(app, actorOf(member), subject, query))) continue;
    people.push({ id: member.userId, name: names.get(member.userId) as string });
  }
  return people;
}

/** Names of members, of which no two are the same. */
export function namesOf(members: readonly Pick<MemberView, 'userId' | 'name'>[]): Names {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { userId, name } of members) {
    let unique = name;
    for (let count = 2; taken.has(unique); count++) unique = `${name} ${count}`;
    taken.add(unique);
    names.set(userId, unique);
  }
  return names;
}
