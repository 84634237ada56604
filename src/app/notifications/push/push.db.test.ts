import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { removeMember } from '#records/members.ts';
import { savePreferences } from '#records/talk/notifications.ts';
import { openPushService, type PushService } from '#test/support/push/push-service.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { Actor } from '../../access/actor.ts';
import type { App } from '../../app.ts';
import type { Installation } from '../../installation.ts';
import { keysOf } from '../../keys.ts';
import { firstWorkspace, openInstallation } from '../../open-installation.ts';
import { noPost } from '../../schedules/post.ts';
import type { Outgoing } from '../../watch/outgoing.ts';
import { choosePreferences, getPreferencesView, markAll } from '../notifications.ts';
import { type Notice, notifyMember } from '../notify-member.ts';
import { addDevice, listDeviceViews, removeDevice, testDevice } from './push-devices.ts';
import { getPushKeys } from './push-keys.ts';
import { sendPushes } from './send-pushes.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-push-'));
const stores = await createTestStores(join(folder, 'data'));
let nowMs = Date.parse('2026-01-10T12:00:00Z');
let installation: Installation;
let app: App;
let outgoing: Outgoing;
let service: PushService;
/** What the push service answers at a path; where there is nothing, 201. */
const answers = new Map<string, number>();

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1, now: () => nowMs });
  app = await installation.workspace(firstWorkspace);
  service = await openPushService((path) => answers.get(path) ?? 201);
  const url = 'https://vigie.example.org';
  outgoing = { ...noPost(installation), url, rules: { allowPrivate: true } };
  for (const id of ['lea', 'tom', 'zoe']) await addPerson(id);
});
afterAll(async () => {
  await installation.close();
  await service.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  answers.clear();
  service.taken.length = 0;
  for (const table of ['notifications', 'notificationPreferences', 'pushDevices'] as const) {
    await installation.records.everywhere.deleteFrom(table).execute();
  }
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

const as = (id: string): Actor => ({
  ...{ kind: 'member', id, name: id, role: 'manager', operator: false },
  ...{ teams: [], agents: [] },
});
const by = (id: string) => ({ actor: as(id), address: null });
const add = (path: string, member = 'lea') =>
  addDevice(app, { name: `Firefox at ${path}`, ...service.subscribe(path) }, outgoing, by(member));
const notice = (changes: Partial<Notice> = {}): Notice => ({
  ...{ member: 'lea', message: 'sla-breach', params: { ticket: 'T-1', target: 'First reply' } },
  ...{ link: '/tickets/T-1', dedupeKey: 'breach:T-1' },
  ...changes,
});
const tell = (changes: Partial<Notice> = {}) => notifyMember(app, notice(changes));
const secondsPass = async (seconds: number) => {
  nowMs += seconds * 1000;
  return sendPushes(installation, outgoing);
};
const deliveries = () => app.records.selectFrom('pushDeliveries').selectAll().orderBy('sendAt').execute();
const devicesOf = async (member: string) => (await listDeviceViews(app, as(member), outgoing)).items;
const pathsTaken = () => service.taken.map(({ path }) => path).toSorted();

test('a notification reaches every device of its member, encrypted to it, in their language, with a path of Vigie', async () => {
  await installation.records.everywhere.updateTable('users').set({ language: 'fr' }).where('id', '=', 'lea').execute();
  await add('/a');
  await add('/b');
  await add('/of-tom', 'tom');
  await tell();
  await tell();
  await secondsPass(1);
  await secondsPass(60);
  expect(pathsTaken()).toEqual(['/a', '/b']);
  const [first] = service.taken;
  expect(first?.message).toEqual({
    title: 'Un engagement est manqué',
    body: 'Le ticket T-1 a manqué «\u202fFirst reply\u202f»',
    path: '/tickets/T-1?workspace=default',
    tag: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  const { publicKey } = await getPushKeys(outgoing, nowMs);
  expect(first?.claims).toMatchObject({ sub: 'https://vigie.example.org', key: publicKey });
  expect(first?.headers).toMatchObject({ ttl: '86400', urgency: 'high', 'content-encoding': 'aes128gcm' });
  expect((await deliveries()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect((await devicesOf('lea')).map(({ sentAt }) => sentAt)).not.toContain(null);
});

test('a device that its push service knows no more is removed with what waits for it', async () => {
  for (const [path, status] of Object.entries({ '/gone': 410, '/unknown': 404 })) {
    answers.set(path, status);
    await add(path);
  }
  await add('/there');
  await tell();
  await secondsPass(1);
  expect((await devicesOf('lea')).map(({ name }) => name)).toEqual(['Firefox at /there']);
  expect((await deliveries()).map(({ state }) => state)).toEqual(['sent']);
});

test('a push service that is busy is asked again, one that refuses is not, and the device stays', async () => {
  answers.set('/busy', 503);
  answers.set('/never', 403);
  const busy = await add('/busy');
  await add('/never');
  await tell();
  await secondsPass(1);
  const states = Object.fromEntries((await deliveries()).map(({ device, state }) => [device, state]));
  expect(Object.values(states).toSorted()).toEqual(['due', 'failed']);
  expect(states[busy.id]).toBe('due');
  answers.clear();
  expect(await secondsPass(1)).toBe(0);
  await secondsPass(5);
  expect(pathsTaken()).toEqual(['/busy']);
  expect((await devicesOf('lea')).length).toBe(2);
});

test('one is told on a device after the quiet hours, unless one read it on screen before', async () => {
  await add('/night');
  const quiet = { from: '22:00', to: '07:00', timeZone: 'Europe/Paris' };
  await savePreferences(app.records, app.workspace, 'lea', { ways: {}, quiet });
  nowMs = Date.parse('2026-01-10T21:30:00Z');
  await tell();
  expect(await secondsPass(60)).toBe(0);
  nowMs = Date.parse('2026-01-11T06:00:00Z');
  await secondsPass(1);
  expect(pathsTaken()).toEqual(['/night']);
  nowMs = Date.parse('2026-01-11T21:30:00Z');
  await tell({ dedupeKey: 'read' });
  await markAll(app, as('lea'));
  nowMs = Date.parse('2026-01-12T06:00:00Z');
  await secondsPass(1);
  expect(service.taken.length).toBe(1);
  expect((await deliveries()).map(({ state }) => state)).toEqual(['sent']);
});

test('what waits in greater number for one device is told as one, and each of it is noted as sent', async () => {
  await add('/a');
  for (const ticket of ['T-1', 'T-2', 'T-3', 'T-4']) {
    nowMs += 1000;
    await tell({ dedupeKey: ticket, link: `/tickets/${ticket}`, params: { ticket, target: 'First reply' } });
  }
  await secondsPass(1);
  expect(service.taken.map(({ message }) => message)).toMatchObject([
    { title: '4 notifications', body: expect.stringContaining('T-4'), path: '/?workspace=default' },
  ]);
  expect((await deliveries()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
});

test('what is told in a transaction that is not kept reaches no device', async () => {
  await add('/a');
  const undone = app.records.transaction().execute(async (trx) => {
    await notifyMember(app, notice({ dedupeKey: 'undone' }), trx);
    throw new Error('not kept');
  });
  await expect(undone).rejects.toThrow('not kept');
  expect(await secondsPass(1)).toBe(0);
});

test('a kind that one wants only on devices stands on no screen and goes out by itself', async () => {
  await add('/a');
  const ways = { 'sla-breach': { inApp: false, mail: false, push: true }, mention: { inApp: true, mail: true } };
  await choosePreferences(app, as('lea'), { ways, quiet: null });
  await tell();
  await secondsPass(1);
  expect(pathsTaken()).toEqual(['/a']);
  await choosePreferences(app, as('lea'), { ways: { 'sla-breach': { inApp: true, mail: false } }, quiet: null });
  const { ways: seen } = await getPreferencesView(app, as('lea'));
  expect(seen['sla-breach']).toEqual({ inApp: true, mail: false, push: true });
  expect(seen.mention.push).toBe(true);
});

test('a test reaches the device at once, and a device that is gone is said to be', async () => {
  const device = await add('/a');
  await testDevice(app, as('lea'), device.id, outgoing);
  expect(service.taken.map(({ message }) => message)).toMatchObject([
    { title: 'Vigie vous notifie ici', path: '/settings/notifications?workspace=default' },
  ]);
  await expect(testDevice(app, as('tom'), device.id, outgoing)).rejects.toMatchObject({ code: 'push.unknown-device' });
  await expect(removeDevice(app, device.id, by('tom'))).rejects.toMatchObject({ code: 'push.unknown-device' });
  answers.set('/a', 500);
  await expect(testDevice(app, as('lea'), device.id, outgoing)).rejects.toMatchObject({ code: 'push.refused' });
  answers.set('/a', 410);
  await expect(testDevice(app, as('lea'), device.id, outgoing)).rejects.toMatchObject({ code: 'push.gone' });
  expect(await devicesOf('lea')).toEqual([]);
});

test('a browser is of whoever added it last, and one that is added again is there once', async () => {
  const given = { name: 'Shared', ...service.subscribe('/shared') };
  for (const member of ['lea', 'lea', 'tom']) await addDevice(app, given, outgoing, by(member));
  expect([(await devicesOf('lea')).length, (await devicesOf('tom')).length]).toEqual([0, 1]);
});

test('what no browser gives is refused, as are addresses inside the network and a device too many', async () => {
  const given = { name: 'x', ...service.subscribe('/x') };
  const refused = (changes: object, to = outgoing) => addDevice(app, { ...given, ...changes }, to, by('lea'));
  await expect(refused({ auth: 'short' })).rejects.toMatchObject({ code: 'push.bad-keys' });
  const noPoint = Buffer.alloc(65, 4).toString('base64url');
  await expect(refused({ p256dh: noPoint })).rejects.toMatchObject({ code: 'push.bad-keys' });
  const strict = { ...outgoing, rules: { allowPrivate: false } };
  await expect(refused({}, strict)).rejects.toMatchObject({ code: 'outgoing.scheme-refused' });
  await expect(refused({ endpoint: 'https://10.0.0.1/x' }, strict)).rejects.toMatchObject({
    code: 'outgoing.address-refused',
  });
  for (let i = 0; i < 20; i++) await add(`/many-${i}`);
  await expect(add('/one-more')).rejects.toMatchObject({ code: 'push.too-many-devices' });
  await add('/many-3');
});

test('devices go with the membership', async () => {
  await add('/zoe', 'zoe');
  await tell({ member: 'zoe' });
  await removeMember(installation.records.everywhere, firstWorkspace, 'zoe');
  expect(await secondsPass(1)).toBe(0);
  expect(await app.records.selectFrom('pushDevices').selectAll().execute()).toEqual([]);
});

test('the keys are made once, sealed, and made anew with another secret, which forgets the devices', async () => {
  const { everywhere } = installation.records;
  await everywhere.deleteFrom('pushKeys').execute();
  const made = await Promise.all([getPushKeys(outgoing, nowMs), getPushKeys(outgoing, nowMs)]);
  expect(made[0]).toEqual(made[1]);
  await add('/a');
  const stored = JSON.stringify([
    await everywhere.selectFrom('pushKeys').selectAll().execute(),
    await everywhere.selectFrom('pushDevices').selectAll().execute(),
  ]);
  for (const secret of [made[0].privateKey, service.url]) expect(stored).not.toContain(secret);
  const others = { ...outgoing, keys: keysOf('another secret', null) };
  expect((await getPushKeys(others, nowMs)).publicKey).not.toBe(made[0].publicKey);
  expect(await everywhere.selectFrom('pushDevices').selectAll().execute()).toEqual([]);
});
