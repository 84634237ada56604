import { expect, test } from 'vitest';
import { type PermissionId, permissions } from '#domain/access/permission.ts';
import { roles } from '#domain/access/role.ts';
import type { Actor } from './access/actor.ts';
import { canChangeNote, canGiveRole, canMakeToken, canReadNote, canSeeAll, may, mustHave } from './permissions.ts';

const ids = Object.keys(permissions) as PermissionId[];
const member = (role: (typeof roles)[number], operator = false): Actor => ({
  kind: 'member',
  id: 'u1',
  name: 'Zoé',
  role,
  operator,
  teams: [],
  agents: [],
});
const token = (scope: 'ingest' | 'read' | 'admin'): Actor => ({ kind: 'token', id: 't1', name: 'CI', scope });
const allowed = (actor: Actor) => ids.filter((id) => may(actor, id));

test('a client may nothing by role: only what is shared with them is theirs', () => {
  expect(allowed(member('client'))).toEqual([]);
});

test('each role may at least what the next weaker one may', () => {
  const ranked = roles.map((role) => allowed(member(role)));
  for (let at = 1; at < ranked.length; at++) expect(ranked[at - 1]).toEqual(expect.arrayContaining(ranked[at] ?? []));
});

test('no role operates the installation; an operator does, in any workspace or none', () => {
  expect(roles.filter((role) => may(member(role), 'operate-installation'))).toEqual([]);
  expect(may(member('viewer', true), 'operate-installation')).toBe(true);
  expect(allowed({ kind: 'guest', id: 'u1', name: 'Zoé', operator: true })).toEqual(['operate-installation']);
  expect(allowed({ kind: 'guest', id: 'u1', name: 'Zoé', operator: false })).toEqual([]);
});

test('a token that sends events reads nothing, and one that reads sends nothing', () => {
  expect(allowed(token('ingest'))).toEqual(['send-events', 'import-data']);
  expect(may(token('read'), 'send-events')).toBe(false);
  expect(may(token('read'), 'read-reports')).toBe(true);
});

test('what is refused is named', () => {
  expect(() => mustHave(member('viewer'), 'export-data')).toThrow(/Export rows/);
});

test('owners are made by owners, never by admins or tokens', () => {
  expect(canGiveRole(member('owner'), 'owner')).toBe(true);
  expect(canGiveRole(member('admin'), 'owner')).toBe(false);
  expect(canGiveRole(member('admin'), 'admin')).toBe(true);
  expect(canGiveRole(token('admin'), 'owner')).toBe(false);
  expect(canGiveRole(member('manager'), 'viewer')).toBe(false);
});

test('a token makes none that may do more than itself', () => {
  expect(canMakeToken(token('admin'), 'admin')).toBe(true);
  expect(canMakeToken(token('read'), 'read')).toBe(false);
  expect(canMakeToken(member('admin'), 'admin')).toBe(true);
});

test('leads and agents see a part of the data, all others all of it', () => {
  expect(roles.filter((role) => !canSeeAll(member(role)))).toEqual(['lead', 'agent']);
});

test('a note for managers is read by those who coach, never by the agent or a lead who is the agent, nor by a viewer', () => {
  const note = { agent: 'a1', author: 'u9', visibility: 'managers' } as const;
  expect(roles.filter((role) => canReadNote(member(role), note))).toEqual(['owner', 'admin', 'manager', 'lead']);
  const shared = { ...note, visibility: 'shared' } as const;
  expect(roles.filter((role) => canReadNote(member(role), shared))).toEqual([
    ...['owner', 'admin', 'manager', 'lead', 'agent'],
  ]);
  const lead = { ...member('lead'), agents: ['a1'] } as Actor;
  expect([canReadNote(lead, note), canReadNote(lead, shared)]).toEqual([false, true]);
});

test('a note is rewritten by its author, as long as they coach, and by whoever runs the workspace', () => {
  const note = { agent: 'a1', author: 'u1', visibility: 'shared' } as const;
  const may = (author: string | null) => roles.filter((role) => canChangeNote(member(role), { ...note, author }));
  expect(may('u1')).toEqual(['owner', 'admin', 'manager', 'lead']);
  expect(may(null)).toEqual(['owner', 'admin']);
});
