import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { getPreferences, savePreferences } from '#records/talk/notifications.ts';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import { openAccounts } from '../accounts/accounts.ts';
import { forgetExpired } from '../accounts/forget-expired.ts';
import type { App } from '../app.ts';
import type { Installation } from '../installation.ts';
import { firstWorkspace, openInstallation } from '../open-installation.ts';
import type { Post } from '../schedules/post.ts';
import { unsubscribe } from '../schedules/unsubscribe.ts';
import { markAll } from './notifications.ts';
import { type Notice, notifyMember } from './notify-member.ts';
import { sendNotifications } from './send-notifications.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-notifications-'));
const stores = await createTestStores(join(folder, 'data'));
let nowMs = Date.parse('2026-01-10T21:30:00Z');
let installation: Installation;
let app: App;
let post: Post;
let mailbox: Mailbox;
/** With what the mail server refuses every mail; null: it takes them. */
let refusal: number | null = null;

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1, now: () => nowMs });
  app = await installation.workspace(firstWorkspace);
  mailbox = await openMailbox(() => refusal);
  const mail = { url: mailbox.url, from: 'vigie@example.org' };
  const place = { everywhere: installation.records.everywhere, keys: installation.keys, now: () => nowMs };
  post = openAccounts({ ...place, url: 'https://vigie.example.org', mail, singleSignOn: null });
  for (const id of ['lea', 'tom', 'zoe']) await addPerson(id);
});
afterAll(async () => {
  await installation.close();
  await mailbox.close();
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

beforeEach(async () => {
  mailbox.received.length = 0;
  refusal = null;
});

const onlyThis = async (more: Partial<Notice> = {}) => {
  await app.records.deleteFrom('notifications').execute();
  await notifyMember(app, notice(more));
};
const minutesPass = async (minutes: number) => {
  nowMs += minutes * 60_000;
  await sendNotifications(app, post);
};
const subjects = () => mailbox.received.map(({ subject }) => subject);

test('a mail is sent once, in the language of its reader, and leads to the place in its workspace', async () => {
  await installation.records.everywhere.updateTable('users').set({ language: 'fr' }).where('id', '=', 'lea').execute();
  await onlyThis({
    message: 'mentioned',
    params: { who: 'Tom', where: 'CSAT' },
    excerpt: 'Regarde <ça>',
    link: '/reports/csat?every=week#comment-1',
  });
  await minutesPass(1);
  await minutesPass(1);
  expect(subjects()).toEqual(['Tom vous mentionne sur « CSAT »']);
  const [mail] = mailbox.received;
  expect(mail?.text).toContain('> Regarde <ça>');
  expect(String(mail?.html)).toContain('Regarde &lt;ça&gt;');
  expect(mail?.text).toContain('https://vigie.example.org/reports/csat?every=week&workspace=default#comment-1');
  expect((await held('lea')).map(({ mailState }) => mailState)).toEqual(['sent']);
});

test('what waits for one member goes out as one mail, and what they read meanwhile does not', async () => {
  await onlyThis({ member: 'tom' });
  nowMs = Date.parse('2026-01-11T05:00:00Z');
  for (const ticket of ['T-2', 'T-3']) {
    await notifyMember(app, notice({ member: 'tom', dedupeKey: ticket, params: { ticket, target: 'First reply' } }));
  }
  await minutesPass(30);
  expect(mailbox.received).toEqual([]);
  await minutesPass(90);
  expect(subjects()).toEqual(['3 notifications']);
  for (const ticket of ['T-1', 'T-2', 'T-3'])
    expect(mailbox.received[0]?.text).toContain(`Ticket ${ticket} has broken`);
  await onlyThis({ member: 'tom', dedupeKey: 'read' });
  await markAll(app, {
    kind: 'member',
    id: 'tom',
    name: 'tom',
    role: 'manager',
    operator: false,
    teams: [],
    agents: [],
  });
  await minutesPass(1);
  expect(mailbox.received.length).toBe(1);
});

test('a mail server that is busy is asked again, one that refuses is not', async () => {
  refusal = 451;
  await onlyThis();
  await minutesPass(1);
  const id = (await held('lea'))[0]?.mailBatch;
  expect(await held('lea')).toMatchObject([{ mailState: 'due', mailAttempts: 1 }]);
  refusal = null;
  await minutesPass(2);
  expect(mailbox.received.map(({ messageId }) => messageId)).toEqual([`<${id}@vigie.example.org>`]);
  refusal = 550;
  await onlyThis();
  await minutesPass(1);
  expect(await held('lea')).toMatchObject([{ mailState: 'failed', mailAnswer: expect.stringContaining('not now') }]);
});

test('one click ends the mails of a kind and leaves it on screen; a link that was changed ends nothing', async () => {
  await onlyThis();
  await minutesPass(1);
  const header = String(mailbox.received[0]?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line);
  const token = /unsubscribe\/([\w.-]+)>/.exec(header.replaceAll(/\s+/g, ''))?.[1] ?? '';
  await expect(unsubscribe(installation, `${token}x`)).rejects.toMatchObject({ code: 'schedule.bad-unsubscribe' });
  expect((await unsubscribe(installation, token)).address).toBe('lea@example.org');
  await unsubscribe(installation, token);
  expect((await getPreferences(app.records, app.workspace, 'lea')).ways).toEqual({
    'sla-breach': { inApp: true, mail: false },
  });
  await onlyThis({ dedupeKey: 'later' });
  expect(await held('lea')).toMatchObject([{ inApp: true, mailState: 'none' }]);
});

test('a notification is forgotten after 90 days', async () => {
  await onlyThis({ dedupeKey: 'old' });
  nowMs += 89 * 86_400_000;
  await forgetExpired(installation);
  expect((await held('lea')).length).toBe(1);
  nowMs += 2 * 86_400_000;
  await forgetExpired(installation);
  expect(await held('lea')).toEqual([]);
});
