import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestEvents } from '#app/ingest-events.ts';
import { eraseCustomer } from '#app/privacy/erase-customer.ts';
import { base } from '#contract/paths.ts';
import { ensureWorkspace } from '#records/workspaces.ts';
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
  const data = { channel: 'chat', customer: { id: 'cust-77' } };
  await ingestEvents(desk.app, [{ ...first, id: 'own-1', subject: 'OWN-1', data }]);
  await desk.app.folds.settled();
});
afterAll(() => desk.close());

const query = {
  kpis: 'tickets-created,ratio(customer-messages,tickets-created)',
  by: 'channel',
  every: 'none',
  from: '2020-01-01',
  to: '2100-01-01',
  timeZone: 'UTC',
};

async function send(url: string, body: object, headers: InjectOptions['headers'] = {}) {
  const type = { 'content-type': 'application/json', ...headers };
  const payload = JSON.stringify(body);
  const answer = await desk.server.inject({ method: 'POST', url: base + url, headers: type, payload });
  return { status: answer.statusCode, body: answer.json() };
}
const share = (body: object, headers?: InjectOptions['headers']) =>
  send('/links', { picture: 'columns', query, title: 'Ours', ...body }, headers);
const open = (token: string, body: object = {}) => send(`/shared/${token}`, body, { cookie: '' });
const tokenOf = ({ body }: { body: { url: string } }) => body.url.split('/').at(-1) as string;

test('a composed report is shared as a report of the catalogue is: its figures and its picture, and nothing else', async () => {
  const made = await share({});
  expect(made).toMatchObject({ status: 201, body: { details: { report: 'compose', dashboard: null, title: 'Ours' } } });
  const { status, body } = await open(tokenOf(made));
  expect([status, body.kind, body.title, body.every]).toEqual([200, 'report', 'Ours', null]);
  expect(body.report).toMatchObject({ id: 'compose', picture: 'columns', kpis: query.kpis.split(/,(?=ratio)/) });
  const asked = await send('/query', { ...query, kpis: body.report.kpis, by: ['channel'], every: null });
  expect(body.result.rows).toEqual(asked.body.rows);
  expect(body.result.rows.length).toBeGreaterThan(1);
  const other = await open(tokenOf(made), { query: { ...query, by: 'agent' }, kpis: 'csat' });
  expect(other.status === 400 || JSON.stringify(other.body.result.rows) === JSON.stringify(asked.body.rows)).toBe(true);
  for (const url of ['/tickets', '/customers', '/query', '/links']) {
    const answer = await desk.server.inject({ url: base + url, headers: { authorization: `Bearer ${tokenOf(made)}` } });
    expect([url, [401, 404, 405].includes(answer.statusCode)]).toEqual([url, true]);
  }
});

test('it has an end and a password of its own', async () => {
  const made = await share({ password: 'a word of its own', expiresInDays: 2 });
  expect(await open(tokenOf(made))).toMatchObject({ status: 403, body: { code: 'link.password-wanted' } });
  expect(await open(tokenOf(made), { password: 'another word' })).toMatchObject({ status: 403 });
  expect(await open(tokenOf(made), { password: 'a word of its own' })).toMatchObject({ status: 200 });
  now += 3 * day;
  expect(await open(tokenOf(made), { password: 'a word of its own' })).toMatchObject({
    body: { code: 'link.unknown' },
  });
  now -= 3 * day;
});

test('it is of the workspace that shared it, and of no other', async () => {
  const { server, accounts, installation } = desk;
  await ensureWorkspace(installation.records.everywhere, { id: 'other', name: 'Other', timeZone: 'UTC' });
  const other = await installation.workspace('other');
  const [first] = deskEvents(other.now());
  await ingestEvents(other, [{ ...first, id: 'other-1', subject: 'X-1', data: { channel: 'phone' } }]);
  await other.folds.settled();
  const owner = await makeMember(server, accounts, other, { email: 'other@example.org', role: 'owner' });
  const made = await share({}, { cookie: owner.cookie });
  const { body } = await open(tokenOf(made));
  expect(body).toMatchObject({ workspace: 'Other', result: { rows: [['phone', 1, 0]] } });
  const listed = await desk.server.inject({ url: `${base}/links` });
  expect(listed.body).not.toContain(made.body.details.id);
});

test.each([
  [{ query: {} }, 'query.no-kpi'],
  [{ query: { ...query, kpis: 'no-such-figure' } }, 'kpi.unknown'],
  [{ query: { ...query, by: 'nonsense' } }, 'query.unknown-dimension'],
  [{ query: { ...query, from: '2100-01-01' } }, 'query.empty-period'],
  [{ query: { ...query, every: 'hour' } }, 'request.invalid'],
  [{ picture: 'pie' }, 'request.invalid'],
  [{ report: 'csat' }, 'request.invalid'],
])('no link is made of %j', async (body, code) => {
  expect(await share(body)).toMatchObject({ status: 400, body: { code } });
});

test('who may not share reports makes none', async () => {
  const { server, accounts, app } = desk;
  for (const role of ['lead', 'agent', 'viewer', 'client'] as const) {
    const { cookie } = await makeMember(server, accounts, app, { email: `${role}@example.org`, role });
    expect([role, (await share({}, { cookie })).body.code]).toEqual([role, 'access.denied']);
  }
});

test('a link that asks for a customer asks for the pseudonym once they are erased', async () => {
  const filter = JSON.stringify({ field: 'customer', op: 'is', value: 'cust-77' });
  const made = await share({ query: { ...query, by: ',', filter } });
  const before = (await open(tokenOf(made))).body.result.total;
  const by = { actor: { kind: 'operator' }, address: null } as const;
  await eraseCustomer(desk.app, desk.installation.records.everywhere, 'cust-77', by);
  const { body } = await open(tokenOf(made));
  expect(body.result.total).toEqual(before);
  expect(JSON.stringify(body)).not.toContain('cust-77');
});
