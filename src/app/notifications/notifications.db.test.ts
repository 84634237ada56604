import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { savePreferences } from '#records/talk/notifications.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { App } from '../app.ts';
import type { Installation } from '../installation.ts';
import { firstWorkspace, openInstallation } from '../open-installation.ts';
import { type Notice, notifyMember } from './notify-member.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-notifications-'));
const stores = await createTestStores(join(folder, 'data'));
const nowMs = Date.parse('2026-01-10T21:30:00Z');
let installation: Installation;
let app: App;

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1, now: () => nowMs });
  app = await installation.workspace(firstWorkspace);
  for (const id of ['lea', 'tom', 'zoe']) await addPerson(id);
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function addPerson(id: string): Promise<void> {
  const { everywhere } = installation.records;
  const made = new Date(nowMs);
  const account = { id, name: id, email: `${id}@example.org`, emailVerified: true, createdAt: made, updatedAt: made };
  await everywhere.insertInto('users').values(account).execute();
  const seen = { teams: '[]', agents: '[]' };
  await everywhere
    .insertInto('members')
    .values({ workspace: firstWorkspace, userId: id, role: 'manager', ...seen })
    .execute();
}

const notice = (changes: Partial<Notice> = {}): Notice => ({
  ...{ member: 'lea', message: 'sla-breach', params: { ticket: 'T-1', target: 'First reply' } },
  ...{ link: '/tickets/T-1', dedupeKey: 'breach:T-1' },
  ...changes,
});

const held = (userId: string) =>
  app.records.selectFrom('notifications').selectAll().where('userId', '=', userId).orderBy('createdAt').execute();

test('one thing that happened is told to a member once, however often it is said', async () => {
  expect(await notifyMember(app, notice())).toBe(true);
  expect(await notifyMember(app, notice())).toBe(false);
  expect(await held('lea')).toMatchObject([
    { kind: 'sla-breach', inApp: true, mailState: 'due', params: { ticket: 'T-1' } },
  ]);
});

test('nobody is told who is no member, or who wants none of the kind', async () => {
  expect(await notifyMember(app, notice({ member: 'nobody' }))).toBe(false);
  const ways = { 'sla-breach': { inApp: false, mail: false } };
  await savePreferences(app.records, app.workspace, 'zoe', { ways, quiet: null });
  expect(await notifyMember(app, notice({ member: 'zoe' }))).toBe(false);
  expect(await held('zoe')).toEqual([]);
});

test('in quiet hours it stands on screen at once, and its mail waits for their end', async () => {
  const quiet = { from: '22:00', to: '07:00', timeZone: 'Europe/Paris' };
  await savePreferences(app.records, app.workspace, 'tom', { ways: {}, quiet });
  await notifyMember(app, notice({ member: 'tom' }));
  expect(await held('tom')).toMatchObject([{ inApp: true, mailAt: new Date('2026-01-11T06:00:00Z') }]);
});

test('what is told in a transaction that is not kept, is not told', async () => {
  const undone = app.records.transaction().execute(async (trx) => {
    await notifyMember(app, notice({ dedupeKey: 'undone' }), trx);
    throw new Error('not kept');
  });
  await expect(undone).rejects.toThrow('not kept');
  expect((await held('lea')).map(({ dedupeKey }) => dedupeKey)).toEqual(['breach:T-1']);
});
