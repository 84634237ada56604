import { afterAll, beforeAll, expect, test } from 'vitest';
import { base } from '#contract/paths.ts';
import { deskAlert } from '#test/support/desk.ts';
import { fillDesk, openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, type Person } from '#test/support/people.ts';
import { checkAlerts } from './check-alerts.ts';

let desk: TestServer;
let agent: Person;
let viewer: Person;

beforeAll(async () => {
  desk = await openTestServer();
  await fillDesk(desk.app);
  const { server, accounts, app } = desk;
  agent = await makeMember(server, accounts, app, { email: 'lea@example.org', role: 'agent', agents: ['a1'] });
  viewer = await makeMember(server, accounts, app, { email: 'viewer@example.org', role: 'viewer' });
});
afterAll(() => desk.close());

const { rule } = deskAlert;

async function send(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object, cookie?: string) {
  const answer = await desk.server.inject({
    ...{ method, url: base + path },
    headers: { 'content-type': 'application/json', ...(cookie === undefined ? {} : { cookie }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
}

const make = (more: object) => send('POST', '/alerts', { ...deskAlert, members: [desk.owner.id], ...more });

async function refusal(more: object): Promise<string> {
  const { status, body } = await make(more);
  return `${status} ${body.code} ${body.errors[0]?.path}`;
}

test('what is wrong with an alert is said at its field', async () => {
  const line = { kind: 'threshold', side: 'below', line: 90 };
  expect(await refusal({ rule: { ...rule, kpi: 'compliance' } })).toBe('400 kpi.unknown body.rule.kpi');
  expect(await refusal({ rule: { ...rule, kpi: 'ratio(sla-breaches,tickets-created)' } })).toContain('body.rule.kpi');
  expect(await refusal({ rule: { ...rule, kpi: 'cost-per-ticket' } })).toBe(
    '400 query.dimension-not-available body.rule.by',
  );
  expect(await refusal({ rule: { ...rule, filter: { field: 'colour', op: 'is', value: 'red' } } })).toBe(
    '400 query.unknown-dimension body.rule.filter',
  );
  expect(await refusal({ rule: { ...rule, condition: line } })).toBe(
    '400 alert.line-not-a-share body.rule.condition.line',
  );
  expect(await refusal({ rule: { ...rule, windowHours: 0 } })).toBe('400 request.invalid $.rule.windowHours');
  expect(await refusal({ members: [] })).toBe('400 alert.nobody body.members');
  expect(await refusal({ members: ['nobody'] })).toContain('member.unknown body.members');
  expect(await refusal({ channels: ['nowhere'] })).toContain('channel.unknown body.channels');
  const hours = await send('POST', '/alerts/preview', { rule: { ...rule, windowHours: 5 } });
  expect([hours.status, hours.body.code, hours.body.errors[0].path]).toEqual([
    400,
    'alert.preview-needs-days',
    'body.rule.windowHours',
  ]);
});

test('managers set alerts, readers see them, and agents see the figures of their own alone', async () => {
  const made = await make({});
  expect(made.status).toBe(201);
  const everybody = await make({ title: 'All of it', rule: { ...rule, by: null } });
  await checkAlerts(desk.app, { everywhere: desk.installation.records.everywhere });
  const log = `/alerts/firings?alert=${made.body.id}`;
  const owners = await send('GET', log);
  expect(owners.body.items).toMatchObject([{ value: 'a2', figure: 0, n: 2, unit: 'share', endedAt: null }]);
  expect(owners.body.items[0].report).toMatch(/^\/reports\/compose\?kpis=sla-compliance&.*f\.agent=a2/);
  expect((await send('GET', '/alerts', undefined, viewer.cookie)).body).toMatchObject({
    items: [{ title: 'All of it' }, { open: 1 }],
    people: [],
    channels: [],
  });
  const seen = await send('GET', '/alerts', undefined, agent.cookie);
  expect(seen.body.items).toMatchObject([{ id: made.body.id, open: 0 }]);
  expect((await send('GET', log, undefined, agent.cookie)).body.items).toEqual([]);
  expect((await send('GET', `/alerts/firings?alert=${everybody.body.id}`, undefined, agent.cookie)).status).toBe(404);
  for (const { cookie } of [agent, viewer]) {
    expect((await send('POST', '/alerts', deskAlert, cookie)).status).toBe(403);
    expect((await send('POST', '/alerts/preview', { rule }, cookie)).status).toBe(403);
    expect((await send('PATCH', `/alerts/${made.body.id}`, { paused: true }, cookie)).status).toBe(403);
    expect((await send('DELETE', `/alerts/${made.body.id}`, undefined, cookie)).status).toBe(403);
  }
  const notices = await send('GET', '/notifications');
  expect(notices.body.items.map(({ kind, link }: { kind: string; link: string }) => [kind, link])).toContainEqual([
    'kpi-alert',
    `/alerts?log=${made.body.id}`,
  ]);
  expect((await send('DELETE', `/alerts/${made.body.id}`)).status).toBe(204);
  expect((await send('PATCH', `/alerts/${made.body.id}`, { paused: true })).body.code).toBe('alert.unknown');
});
