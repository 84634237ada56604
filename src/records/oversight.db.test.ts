import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '#test/support/test-database.ts';
import { addAudit, listAudit } from './audit.ts';
import { openRecords, type Records, type RecordsStore } from './client.ts';
import { findInvitation, listInvitations, removeInvitation, saveInvitation } from './invitations.ts';
import { addLink, findLink, listLinks, removeLink, touchLink } from './links.ts';
import { migrateRecords } from './migrate.ts';
import { addToken, findToken, listTokens, removeToken, touchToken } from './tokens.ts';
import { ensureWorkspace } from './workspaces.ts';

const database = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'vigie-oversight-'));
let store: RecordsStore;
let [ours, theirs]: Records[] = [];
const now = new Date('2026-11-02T09:00:00Z');
const later = new Date('2026-11-09T09:00:00Z');

beforeAll(async () => {
  store = await openRecords(database.url ? { url: database.url } : { path: join(folder, 'records') });
  await migrateRecords(store.everywhere);
  for (const id of ['ours', 'theirs']) await ensureWorkspace(store.everywhere, { id, timeZone: 'UTC' });
  ours = store.inWorkspace('ours');
  theirs = store.inWorkspace('theirs');
});
afterAll(async () => {
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('an audit entry is added and read, and changed or removed by nobody in the workspace', async () => {
  const entry = { workspace: 'ours', actorKind: 'member', actorId: 'u1', actorName: 'Léa', subject: 'x' } as const;
  for (const action of ['token.created', 'token.revoked', 'member.invited']) {
    await addAudit(ours as Records, { ...entry, action, details: JSON.stringify({ n: 1 }), address: null });
  }
  await sql`update audit set action = 'nothing'`.execute(ours as Records);
  await sql`delete from audit`.execute(ours as Records);
  const page = { order: 'desc', after: null, limit: 10 } as const;
  const actions = async (records: Records | undefined, filter: { action?: string; actor?: string }) =>
    (await listAudit(records as Records, 'ours', filter, page)).map(({ action }) => action);
  expect(await actions(ours, {})).toEqual(['member.invited', 'token.revoked', 'token.created']);
  expect(await actions(ours, { action: 'token' })).toEqual(['token.revoked', 'token.created']);
  expect(await actions(ours, { action: 'tok%' })).toEqual([]);
  expect(await actions(ours, { actor: 'u2' })).toEqual([]);
  expect(await actions(theirs, {})).toEqual([]);
});

test('a token is found by its hash alone, and is gone once removed', async () => {
  const token = {
    workspace: 'ours',
    id: 't1',
    hash: 'h1',
    hint: 'abcd',
    name: 'CI',
    scope: 'read',
    createdBy: null,
  } as const;
  await addToken(ours as Records, { ...token, expiresAt: null, lastUsedAt: null });
  await touchToken(store.everywhere, 't1', now);
  expect(await findToken(store.everywhere, 'h1')).toMatchObject({ workspace: 'ours', lastUsedAt: now });
  expect(await listTokens(theirs as Records, 'ours')).toEqual([]);
  expect(await removeToken(theirs as Records, 'ours', 't1')).toBeNull();
  expect(await removeToken(ours as Records, 'ours', 't1')).toMatchObject({ name: 'CI' });
  expect(await findToken(store.everywhere, 'h1')).toBeNull();
});

test('an address invited again has one invitation, and its earlier link is over', async () => {
  const invitation = {
    workspace: 'ours',
    email: 'zoe@example.org',
    role: 'agent',
    teams: '["Retours"]',
    agents: '[]',
  } as const;
  const more = { invitedBy: null, expiresAt: later };
  await saveInvitation(ours as Records, { ...invitation, ...more, id: 'i1', hash: 'first' });
  await saveInvitation(ours as Records, { ...invitation, ...more, id: 'i2', hash: 'second' });
  expect(await findInvitation(store.everywhere, 'first', now)).toBeNull();
  expect(await findInvitation(store.everywhere, 'second', now)).toMatchObject({ id: 'i2', teams: ['Retours'] });
  expect(await findInvitation(store.everywhere, 'second', later)).toBeNull();
  expect(await listInvitations(ours as Records, 'ours', now)).toHaveLength(1);
  expect(await removeInvitation(theirs as Records, 'ours', 'i2')).toBe(false);
  expect(await removeInvitation(ours as Records, 'ours', 'i2')).toBe(true);
});

test('a shared link opens until its time is over or it is taken back', async () => {
  const link = {
    workspace: 'ours',
    id: 'l1',
    hash: 'shared',
    report: 'sla-overview',
    query: '{"every":"week"}',
    title: 'SLA',
  };
  await addLink(ours as Records, { ...link, password: null, createdBy: 'u1', expiresAt: later, lastOpenedAt: null });
  await touchLink(store.everywhere, 'l1', now);
  expect(await findLink(store.everywhere, 'shared', now)).toMatchObject({
    query: { every: 'week' },
    lastOpenedAt: now,
  });
  expect(await findLink(store.everywhere, 'shared', later)).toBeNull();
  expect(await listLinks(theirs as Records, 'theirs')).toEqual([]);
  expect(await removeLink(ours as Records, 'ours', 'l1')).toMatchObject({ report: 'sla-overview' });
  expect(await findLink(store.everywhere, 'shared', now)).toBeNull();
});
