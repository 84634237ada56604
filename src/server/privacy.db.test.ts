import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeBackup } from '#app/backup/take-backup.ts';
import { base } from '#contract/paths.ts';
import { fillDesk, openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember } from '#test/support/people.ts';

let desk: TestServer;

beforeAll(async () => {
  desk = await openTestServer();
  await fillDesk(desk.app);
});
afterAll(() => desk.close());

const get = (url: string) => desk.server.inject({ url: base + url });
const send = (method: 'POST' | 'PUT', url: string, body: object) =>
  desk.server.inject({
    method,
    url: base + url,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
const erase = (customer: string) => send('POST', '/privacy/erasures', { customer });
const actions = async () =>
  (await get('/audit?limit=500')).json().items.map(({ action }: { action: string }) => action);

test('a person is given out as one document, to be kept as a file and by no cache', async () => {
  const answer = await get('/privacy/people/customer/c1');
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json',
    'content-disposition': 'attachment; filename="vigie-customer-c1.json"',
    'cache-control': 'no-store',
  });
  expect(answer.json()).toMatchObject({ person: { kind: 'customer', id: 'c1' }, names: ['Zoé'] });
  expect(await actions()).toContain('person.exported');
});

test('nothing is given out of somebody unknown, and nobody unknown is erased', async () => {
  for (const answer of [await get('/privacy/people/customer/nobody'), await erase('nobody')]) {
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'privacy.unknown-person']);
  }
  expect((await get('/privacy/people/robot/c1')).statusCode).toBe(400);
});

test('while a back-up runs an erasure waits, asked twice it is one, and it is done once the back-up is', async () => {
  let finishBackup = () => {};
  let backup: Promise<void> | undefined;
  const begun = new Promise<void>((begin) => {
    backup = takeBackup(desk.installation, () => {
      begin();
      return new Promise<void>((finish) => {
        finishBackup = finish;
      });
    });
  });
  await begun;
  const [first, second] = [await erase('c1'), await erase('c1')];
  expect([first.statusCode, second.statusCode]).toEqual([202, 202]);
  expect(first.json()).toMatchObject({ state: 'pending', requestedBy: 'owner', finishedAt: null });
  expect(second.json()).toEqual(first.json());
  expect((await get('/privacy/people/customer/c1')).statusCode).toBe(200);
  finishBackup();
  await backup;
  await desk.installation.rewrites.run(async () => undefined);
  const { items } = (await get('/privacy/erasures')).json();
  expect(items).toMatchObject([{ id: first.json().id, state: 'done', tickets: 1 }]);
  expect((await get('/privacy/people/customer/c1')).statusCode).toBe(404);
  expect((await get(`/privacy/people/customer/${items[0].pseudonym}`)).json().tickets).toHaveLength(1);
});

test('periods are set as a whole, what is no period is refused, and the change is written down', async () => {
  const periods = { ticketMonths: 36, customerMonths: 24, importDays: 90, auditDays: null };
  expect((await send('PUT', '/privacy/retention', periods)).json()).toEqual(periods);
  expect((await get('/privacy/retention')).json()).toEqual(periods);
  for (const wrong of [{ ...periods, ticketMonths: 0 }, { ...periods, logDays: 3 }, { ticketMonths: 36 }]) {
    expect((await send('PUT', '/privacy/retention', wrong)).statusCode).toBe(400);
  }
  const none = { tickets: 0, customers: 0, rejected: 0, imports: 0, auditEntries: 0 };
  expect((await get('/privacy/retention/preview')).json()).toEqual(none);
  expect((await actions()).filter((action: string) => action === 'retention.changed')).toHaveLength(1);
});

test('an export under pseudonyms names no agent', async () => {
  const plain = (await get('/exports/tickets?format=ndjson')).body;
  const masked = (await get('/exports/tickets?format=ndjson&pseudonyms=true')).body;
  expect(plain).toContain('"a1"');
  expect(masked).toMatch(/"agent-[0-9a-f]{16}"/);
  expect(masked).not.toContain('"a1"');
});

test('a manager erases nobody, gives nobody out and sets no period', async () => {
  const { server, accounts, app } = desk;
  const { cookie } = await makeMember(server, accounts, app, { email: 'manager@example.org', role: 'manager' });
  for (const url of [
    '/privacy/erasures',
    '/privacy/people/agent/a1',
    '/privacy/retention',
    '/privacy/retention/preview',
  ])
    expect((await server.inject({ url: base + url, headers: { cookie } })).statusCode, url).toBe(403);
});
