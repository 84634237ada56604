import { expect, test } from 'vitest';
import type { Role } from '#domain/access/role.ts';
import type { MemberView } from '#records/members.ts';
import { findTold } from './find-audience.ts';

const joinedAt = new Date(0);
function member(name: string, role: Role, teams: readonly string[] = [], agents: readonly string[] = []): MemberView {
  const rest = { joinedAt, lastSeenAt: null, twoFactorEnabled: null, email: `${name}@example.org` };
  return { userId: name, name, role, teams, agents, ...rest };
}
const people = [
  member('lea', 'agent', ['returns'], ['a1']),
  member('noe', 'lead', ['returns']),
  member('max', 'manager', ['returns']),
  member('ida', 'manager'),
  member('adam', 'admin'),
  member('olga', 'owner'),
  member('vic', 'viewer', ['returns']),
];
const names = (audience: 'agent' | 'team' | 'manager', agent: string | null, team: string | null, of = people) =>
  findTold(audience, { agent, team }, of).map(({ name }) => name);

test('the agent is whoever stands for the id, else the team, else the manager', () => {
  expect(names('agent', 'a1', 'returns')).toEqual(['lea']);
  expect(names('agent', 'a9', 'returns')).toEqual(['lea', 'noe']);
  expect(names('agent', null, 'nowhere')).toEqual(['max', 'ida']);
});

test('the manager is that of the team, else any, else who runs the workspace', () => {
  expect(names('manager', null, 'returns')).toEqual(['max']);
  expect(names('manager', null, null)).toEqual(['max', 'ida']);
  const without = people.filter(({ role }) => role !== 'manager');
  expect(names('manager', null, 'returns', without)).toEqual(['adam']);
  expect(names('manager', null, null, [member('olga', 'owner')])).toEqual(['olga']);
  expect(names('manager', null, null, [])).toEqual([]);
});
