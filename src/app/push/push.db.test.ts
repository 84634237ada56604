import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { savePreferences } from '#records/talk/notifications.ts';
import { listDevices, listDevicesOfAgent } from '#records/talk/push-devices.ts';
import { endSessions } from '#records/users.ts';
import { openPushService, type PushService } from '#test/support/push-service.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import type { Installation } from '../installation.ts';
import { keysOf } from '../keys.ts';
import { markAll } from '../notifications/notifications.ts';
import { type Notice, notifyMember } from '../notifications/notify-member.ts';
import { firstWorkspace, openInstallation } from '../open-installation.ts';
import type { Post } from '../schedules/post.ts';
import { dropDevice, listDeviceViews, registerDevice, testDevice } from './devices.ts';
import { getPushKeys } from './push-keys.ts';
import { sendPushes } from './send-pushes.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-push-'));
const stores = await createTestStores(join(folder, 'data'));
const started = Date.parse('2026-01-10T12:00:00Z');
let nowMs = started;
let installation: Installation;
let app: App;
let post: Post;
let service: PushService;

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1, now: () => nowMs });
  app = await installation.workspace(firstWorkspace);
  service = await openPushService();
  const { keys, records } = installation;
  post = {
    url: 'https://vigie.example.org',
    sendMail: null,
    everywhere: records.everywhere,
    keys,
    outgoingPrivate: true,
  };
  for (const id of ['lea', 'tom', 'zoe']) await addPerson(id);
});
beforeEach(async () => {
  nowMs = started;
  service.received.length = 0;
  const { everywhere } = installation.records;
  for (const table of ['notifications', 'pushDevices', 'notificationPreferences'] as const) {
    await everywhere.deleteFrom(table).execute();
  }
});
afterAll(async () => {
  await installation.close();
  await service.close();
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

const member = (id: string): Actor => ({
  ...{ kind: 'member', id, name: id, role: 'manager', operator: false, teams: [], agents: [] },
});

/** Has somebody told on a browser of the service. */
const turnOn = (person: string, path: string, session: string | null = null) =>
  registerDevice(app, member(person), post, {
    subscription: service.subscribe(path),
    session,
    userAgent: 'Firefox/150',
  });

const notice = (changes: Partial<Notice> = {}): Notice => ({
  ...{ member: 'lea', message: 'sla-breach', params: { ticket: 'T-1', target: 'First reply' } },
  ...{ link: '/tickets/T-1', dedupeKey: 'breach:T-1' },
  ...changes,
});

const minutesPass = async (minutes: number) => {
  nowMs += minutes * 60_000;
  await sendPushes(app, post);
};
const titles = () => service.received.map(({ message }) => (message as { title: string }).title);
const devicesOf = async (person: string) => (await listDevices(app.records, app.workspace, person)).length;

test('a device is sent a title, a short text and a path, which only its browser can read, signed with the key it asked with', async () => {
  await turnOn('lea', '/a');
  await notifyMember(app, notice({ excerpt: 'x'.repeat(300) }));
  await minutesPass(1);
  const [pushed] = service.received;
  expect(pushed?.message).toEqual({
    title: 'Ticket T-1 has broken “First reply”',
    text: `${'x'.repeat(159)}…`,
    link: '/tickets/T-1?workspace=default',
  });
  const { publicKey } = await listDeviceViews(app, member('lea'), post);
  expect(pushed?.sender).toBe(publicKey);
  expect(pushed?.claims).toMatchObject({ aud: service.origin, sub: 'https://vigie.example.org' });
  expect(pushed?.claims.exp).toBeLessThanOrEqual(Date.now() / 1000 + 24 * 3600);
  expect(pushed?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'high' });
});

test('each device is sent a message once, whoever sends and however often', async () => {
  await turnOn('lea', '/a');
  await turnOn('lea', '/b');
  await notifyMember(app, notice());
  await Promise.all([sendPushes(app, post), sendPushes(app, post)]);
  await minutesPass(5);
  expect(service.received.map(({ path }) => path).toSorted()).toEqual(['/a', '/b']);
  const [device] = (await listDeviceViews(app, member('lea'), post)).items;
  expect(device).toMatchObject({ lastSentAt: new Date(started).toISOString(), failure: null });
});

test('a busy service is asked again for its device only, under the same topic', async () => {
  await turnOn('lea', '/a');
  await turnOn('lea', '/b');
  service.answer('/b', 503);
  await notifyMember(app, notice());
  await minutesPass(0);
  const failures = (await listDevices(app.records, app.workspace, 'lea')).flatMap(({ failure }) => failure ?? []);
  expect(failures).toEqual([expect.stringContaining('503')]);
  service.answer('/b', 201);
  await minutesPass(1);
  await minutesPass(1);
  expect(service.received.map(({ path }) => path)).toEqual(['/a', '/b']);
  const [first, second] = service.received.map(({ headers }) => headers.topic);
  expect(first).toBe(second);
});

test.each([404, 410])('a device that is gone (%i) is removed and not tried again', async (status) => {
  await turnOn('lea', '/gone');
  service.answer('/gone', status);
  await notifyMember(app, notice());
  await minutesPass(1);
  expect(await devicesOf('lea')).toBe(0);
  expect(await app.records.selectFrom('pushDeliveries').selectAll().execute()).toEqual([]);
  service.answer('/gone', 201);
});

test('a service that refuses is not asked again, and the device says why', async () => {
  await turnOn('lea', '/a');
  service.answer('/a', 403);
  await notifyMember(app, notice());
  await minutesPass(1);
  service.answer('/a', 201);
  await minutesPass(60);
  expect(service.received).toEqual([]);
  expect((await listDeviceViews(app, member('lea'), post)).items[0]?.failure).toContain('403');
});

test('what waits for the end of quiet hours comes as one message; what is read meanwhile does not come', async () => {
  await turnOn('lea', '/a');
  const quiet = { from: '12:00', to: '14:00', timeZone: 'UTC' };
  await savePreferences(app.records, app.workspace, 'lea', { ways: {}, quiet });
  for (const dedupeKey of ['one', 'two', 'three']) await notifyMember(app, notice({ dedupeKey }));
  await minutesPass(90);
  expect(service.received).toEqual([]);
  await minutesPass(31);
  expect(titles()).toEqual(['3 notifications']);
  nowMs = started;
  await notifyMember(app, notice({ dedupeKey: 'read' }));
  await markAll(app, member('lea'));
  await minutesPass(150);
  expect(service.received.length).toBe(1);
});

test('a kind that a member does not want on devices is not sent there', async () => {
  await turnOn('lea', '/a');
  const ways = { 'sla-breach': { inApp: true, mail: true, push: false } };
  await savePreferences(app.records, app.workspace, 'lea', { ways, quiet: null });
  await notifyMember(app, notice());
  await minutesPass(1);
  expect(service.received).toEqual([]);
});

test('a browser tells whoever asked last on it, and nobody else', async () => {
  const subscription = service.subscribe('/shared');
  const given = { subscription, session: null, userAgent: null };
  await registerDevice(app, member('lea'), post, given);
  await registerDevice(app, member('tom'), post, given);
  await registerDevice(app, member('tom'), post, given);
  expect([await devicesOf('lea'), await devicesOf('tom')]).toEqual([0, 1]);
});

test('devices go when all sessions end, and when a member leaves', async () => {
  await turnOn('lea', '/a', 's1');
  await turnOn('zoe', '/b', 's2');
  await endSessions(installation.records.everywhere, 'lea');
  expect([await devicesOf('lea'), await devicesOf('zoe')]).toEqual([0, 1]);
  await installation.records.everywhere.deleteFrom('members').where('userId', '=', 'zoe').execute();
  expect(await devicesOf('zoe')).toBe(0);
});

test('the devices of an agent are those of the members who are that agent', async () => {
  const { id } = await turnOn('lea', '/a');
  await turnOn('tom', '/b');
  const members = installation.records.everywhere.updateTable('members');
  await members.set({ agents: '["a1"]' }).where('userId', '=', 'lea').execute();
  expect((await listDevicesOfAgent(app.records, app.workspace, 'a1')).map((device) => device.id)).toEqual([id]);
});

test('nobody tests or removes the device of another', async () => {
  const { id } = await turnOn('lea', '/a');
  const unknown = { code: 'push.unknown-device' };
  await expect(testDevice(app, member('tom'), post, { id, language: 'en' })).rejects.toMatchObject(unknown);
  await expect(dropDevice(app, member('tom'), id)).rejects.toMatchObject(unknown);
  await testDevice(app, member('lea'), post, { id, language: 'fr' });
  expect(service.received.map(({ message }) => message)).toEqual([
    {
      title: 'Vigie',
      text: 'Les notifications arrivent sur cet appareil.',
      link: '/settings/notifications?workspace=default',
    },
  ]);
  await dropDevice(app, member('lea'), id);
  expect(await devicesOf('lea')).toBe(0);
});

test('an endpoint in a private network is refused unless the operator allows it, and so are keys that are none', async () => {
  const subscription = service.subscribe('/a');
  const given = { subscription, session: null, userAgent: null };
  const strict = { ...post, outgoingPrivate: false };
  await expect(registerDevice(app, member('lea'), strict, given)).rejects.toMatchObject({
    code: 'outgoing.scheme-refused',
  });
  const noPoint = Buffer.alloc(65, 4).toString('base64url');
  for (const wrong of [{ auth: 'AAAA' }, { p256dh: 'AAAA' }, { p256dh: noPoint }]) {
    const bad = { ...given, subscription: { ...subscription, keys: { ...subscription.keys, ...wrong } } };
    const asked = registerDevice(app, member('lea'), post, bad);
    await expect(asked, JSON.stringify(wrong)).rejects.toMatchObject({ code: 'push.bad-subscription' });
  }
});

test('all processes sign with one pair of keys, sealed, and made once', async () => {
  const { everywhere } = installation.records;
  const [one, two] = await Promise.all([getPushKeys(everywhere, post.keys), getPushKeys(everywhere, post.keys)]);
  expect(one).toEqual(two);
  const [row] = await everywhere.selectFrom('pushKeys').selectAll().execute();
  expect(JSON.stringify(row)).not.toContain(one.privateKey);
  expect(await app.records.selectFrom('pushKeys').selectAll().execute()).toEqual([]);
});

test('keys that were sealed with another secret are made anew, and devices that know only those are dropped', async () => {
  await turnOn('lea', '/a');
  const { everywhere } = installation.records;
  const before = await getPushKeys(everywhere, post.keys);
  const after = await getPushKeys(everywhere, keysOf('another secret that is long enough', null));
  expect(after.publicKey).not.toBe(before.publicKey);
  expect(await devicesOf('lea')).toBe(0);
});
