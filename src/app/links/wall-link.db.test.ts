import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestEvents } from '#app/ingest-events.ts';
import { base } from '#contract/paths.ts';
import { deskEvents } from '#test/support/desk.ts';
import { fillDesk, openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember } from '#test/support/people.ts';

let desk: TestServer;
let now = Date.now();
const day = 86_400_000;

beforeAll(async () => {
  desk = await openTestServer({ accounts: { now: () => now } });
  await fillDesk(desk.app);
  const [first] = deskEvents(desk.app.now());
  const created = (subject: string, team: string) => ({
    ...first,
    id: subject,
    subject,
    data: { channel: 'chat', team },
  });
  await ingestEvents(desk.app, [created('CARE-1', 'care'), created('RETURNS-1', 'returns')]);
  await desk.app.folds.settled();
});
afterAll(() => desk.close());

async function ask(
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  body?: object,
  headers: InjectOptions['headers'] = {},
) {
  const type = body === undefined ? headers : { 'content-type': 'application/json', ...headers };
  const payload = body === undefined ? {} : { payload: JSON.stringify(body) };
  const answer = await desk.server.inject({ method, url: base + url, headers: type, ...payload });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
}
const share = (body: object = {}, headers: InjectOptions['headers'] = {}) =>
  ask('POST', '/links', { wall: 'whole', title: 'Wall', ...body }, headers);
const open = (token: string, body: object = {}) => ask('POST', `/shared/${token}`, body, { cookie: '' });
const tokenOf = ({ body }: { body: { url: string } }) => body.url.split('/').at(-1) as string;
const ofTeam = (value: string) => ({ field: 'team', op: 'is', value });

test('a screen without a sign-in shows the wallboard that was shared, as those who are signed in see it', async () => {
  const made = await share({ wall: 'queue' });
  expect(made).toMatchObject({ status: 201, body: { details: { report: 'wall', dashboard: null, title: 'Wall' } } });
  const { status, body } = await open(tokenOf(made));
  expect([status, body.kind, body.layout, body.title]).toEqual([200, 'wall', 'queue', 'Wall']);
  const { now: _, ...inside } = (await ask('GET', '/live/wall')).body;
  expect(body.wall).toMatchObject(inside);
  expect(body.wall.queue.total).toBeGreaterThan(1);
});

test('a screen of a team shows nothing of the others, whatever it asks for', async () => {
  const made = await share({ filter: ofTeam('care') });
  const { body } = await open(tokenOf(made));
  const tickets = body.wall.queue.items.map(({ ticket }: { ticket: string }) => ticket);
  expect(new Set(tickets)).toEqual(new Set(['CARE-1']));
  expect(JSON.stringify(body)).not.toContain('RETURNS-1');
  const other = await open(tokenOf(made), { filter: ofTeam('returns') });
  expect(other.status === 400 || !JSON.stringify(other.body).includes('RETURNS-1')).toBe(true);
});

test('the token of a screen opens nothing else', async () => {
  const token = tokenOf(await share());
  for (const url of ['/live/wall', '/live', '/clocks', '/tickets', '/links']) {
    const answer = await ask('GET', url, undefined, { cookie: '', authorization: `Bearer ${token}` });
    expect([url, answer.status]).toEqual([url, 401]);
  }
});

test('a screen goes dark once its link is revoked or over', async () => {
  const made = await share({ expiresInDays: 2 });
  now += 3 * day;
  expect(await open(tokenOf(made))).toMatchObject({ body: { code: 'link.unknown' } });
  now -= 3 * day;
  expect((await open(tokenOf(made))).status).toBe(200);
  expect((await ask('DELETE', `/links/${made.body.details.id}`)).status).toBe(204);
  expect(await open(tokenOf(made))).toMatchObject({ body: { code: 'link.unknown' } });
});

test.each([
  [{ wall: 'all' }, 'request.invalid'],
  [{ filter: { field: 'nonsense', op: 'is', value: 'x' } }, 'query.unknown-dimension'],
  [{ dashboard: 'one' }, 'request.invalid'],
])('no screen is made of %j', async (body, code) => {
  expect(await share(body)).toMatchObject({ status: 400, body: { code } });
});

test('who may not share makes no screen, and what was shared is in the audit log', async () => {
  const { server, accounts, app } = desk;
  for (const role of ['lead', 'agent', 'viewer', 'client'] as const) {
    const { cookie } = await makeMember(server, accounts, app, { email: `${role}@example.org`, role });
    expect([role, (await share({}, { cookie })).body.code]).toEqual([role, 'access.denied']);
  }
  const made = await share({ title: 'Audited' });
  const { body } = await ask('GET', '/audit?action=link.created');
  expect(body.items[0]).toMatchObject({
    subject: made.body.details.id,
    details: { report: 'wall', title: 'Audited' },
  });
});
