import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestEvents } from '#app/ingest-events.ts';
import { base } from '#contract/paths.ts';
import { saveRules } from '#records/rules.ts';
import { updateWorkspace } from '#records/workspaces.ts';
import { deskPolicy } from '#test/support/desk.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, type Person } from '#test/support/people.ts';

let desk: TestServer;
let lead: Person;
let lea: Person;
let max: Person;
let nobodyYet: Person;

const now = Date.now();
let id = 0;
function event(subject: string, minutes: number, type: string, data: object): object {
  const time = new Date(now - minutes * 60_000).toISOString();
  return { specversion: '1.0', id: `e-${++id}`, source: 'test/teams', type, subject, time, data };
}
const by = (agent: string) => ({
  actor: { kind: 'agent', id: agent, name: `Name of ${agent}` },
  direction: 'outbound',
  public: true,
});
const ticket = (key: string, team: string, agent: string, minutes: number) =>
  event(key, minutes, 'ticket.created', {
    subject: `Subject ${key}`,
    channel: 'email',
    team,
    agent,
    customer: { id: `c-${key}`, name: `Client ${key}` },
  });

/**
 * Team “retours” has Léa (a1), Max (a2) and Zoé (a3); team “ventes” has Ida (b1). `R-4` is Max's, but Léa answered it too; `V-1` was
 * answered by Léa before Ida took it over.
 */
const events = [
  ...[ticket('R-1', 'retours', 'a1', 300), event('R-1', 290, 'ticket.message', by('a1'))],
  ...[ticket('R-2', 'retours', 'a2', 300), event('R-2', 240, 'ticket.message', by('a2'))],
  ...[ticket('R-3', 'retours', 'a3', 300), event('R-3', 200, 'ticket.message', by('a3'))],
  ...[ticket('R-4', 'retours', 'a2', 300), event('R-4', 280, 'ticket.message', by('a1'))],
  ...[ticket('V-1', 'ventes', 'b1', 300), event('V-1', 100, 'ticket.message', by('b1'))],
  ...[ticket('V-2', 'ventes', 'b1', 300)],
  ...['a1', 'b1'].flatMap((agent) => [
    event('', 200, 'agent.presence', { agent, status: 'online' }),
    event('', 100, 'agent.presence', { agent, status: 'offline' }),
  ]),
];

beforeAll(async () => {
  desk = await openTestServer();
  const { server, accounts, app } = desk;
  await saveRules(app.records, app.workspace, { calendars: [], policies: [deskPolicy] });
  const answers = await ingestEvents(app, events);
  expect(answers.filter(({ status }) => status !== 'accepted')).toEqual([]);
  await app.folds.settled();
  const make = (email: string, role: 'lead' | 'agent', teams: string[], agents: string[]) =>
    makeMember(server, accounts, app, { email, role, teams, agents });
  lead = await make('lead@example.org', 'lead', ['retours'], []);
  lea = await make('lea@example.org', 'agent', ['retours'], ['a1']);
  max = await make('max@example.org', 'agent', ['ventes'], ['b1']);
  nobodyYet = await make('new@example.org', 'agent', [], []);
});
afterAll(() => desk.close());

async function ask(person: Person, call: InjectOptions | string) {
  const options = typeof call === 'string' ? { url: base + call } : call;
  return desk.server.inject({ ...options, headers: { ...options.headers, cookie: person.cookie } });
}
const day = (ago: number) => new Date(now - ago * 86_400_000).toISOString().slice(0, 10);
const query = (question: object): InjectOptions => ({
  ...{ method: 'POST', url: `${base}/query`, headers: { 'content-type': 'application/json' } },
  payload: JSON.stringify({ from: day(3), to: day(-2), ...question }),
});
const total = async (person: Person, kpi: string, more: object = {}) =>
  (await ask(person, query({ kpis: [kpi], ...more }))).json().total?.[0];
const keys = async (person: Person, url: string) =>
  ((await ask(person, url)).json().items as { key: string }[]).map(({ key }) => key).sort();

describe('a lead', () => {
  test('counts the tickets, replies and presence of their teams alone', async () => {
    expect(await total(desk.owner, 'tickets-created')).toBe(6);
    expect(await total(lead, 'tickets-created')).toBe(4);
    expect(await total(lead, 'agent-replies')).toBe(4);
    expect(await total(desk.owner, 'max-agents-available')).toBe(2);
    expect(await total(lead, 'max-agents-available')).toBe(1);
    const grouped = (await ask(lead, query({ kpis: ['tickets-created'], by: ['team'] }))).json();
    expect(grouped.rows).toEqual([['retours', 4]]);
  });

  test('finds no ticket, proof, value, clock or row of an export of another team', async () => {
    expect(await keys(lead, '/tickets')).toEqual(['R-1', 'R-2', 'R-3', 'R-4']);
    for (const url of ['/tickets/V-1', '/tickets/V-1/proof']) expect((await ask(lead, url)).statusCode).toBe(404);
    expect((await ask(lead, '/tickets/R-1/proof')).statusCode).toBe(200);
    for (const url of [
      '/dimensions/team/values',
      '/dimensions/agent/values',
      '/clocks?limit=100',
      '/exports/tickets',
      '/exports/replies',
      '/exports/clocks',
    ]) {
      const answer = await ask(lead, url);
      expect([url, answer.statusCode, /V-1|V-2|ventes|b1/.test(answer.body)]).toEqual([url, 200, false]);
    }
  });
});

describe('an agent', () => {
  test('counts their own alone, whatever they group by', async () => {
    expect(await total(lea, 'tickets-created')).toBe(1);
    expect(await total(lea, 'agent-replies')).toBe(2);
    const grouped = (await ask(lea, query({ kpis: ['agent-replies'], by: ['agent'] }))).json();
    expect(grouped.rows).toEqual([['a1', 2]]);
    const report = (await ask(lea, `/reports/agent-performance/data?from=${day(3)}&to=${day(-2)}`)).json();
    expect(report.rows.map((row: unknown[]) => row[0])).toEqual(['a1']);
  });

  test('finds the tickets that they hold or answered, and no other', async () => {
    expect(await keys(lea, '/tickets')).toEqual(['R-1', 'R-4']);
    expect(await keys(max, '/tickets')).toEqual(['V-1', 'V-2']);
    expect((await ask(lea, '/tickets/R-4/proof')).statusCode).toBe(200);
    for (const url of ['/tickets/R-2', '/tickets/R-2/proof', '/tickets/V-1/proof']) {
      expect((await ask(lea, url)).json()).toMatchObject({ status: 404, code: 'ticket.unknown' });
    }
    expect((await ask(lea, '/exports/tickets')).json()).toMatchObject({ code: 'access.denied' });
  });

  test('opens behind a figure as many tickets as it counts', async () => {
    for (const kpi of ['tickets-created', 'agent-replies', 'sla-compliance']) {
      const answer = (await ask(lea, query({ kpis: [kpi] }))).json();
      const n = Object.values(answer.meta.n as Record<string, number>)[0];
      const list = (await ask(lea, `/tickets?kpi=${kpi}&from=${day(3)}&to=${day(-2)}`)).json();
      expect([kpi, list.n]).toEqual([kpi, n]);
    }
  });

  test('sees averages of their team without names, where enough people stand behind them', async () => {
    expect(await total(lea, 'tickets-created', { whose: 'team' })).toBe(4);
    expect(await total(lea, 'tickets-created', { whose: 'own' })).toBe(1);
    for (const telling of [
      { by: ['agent'] },
      { by: ['customer'] },
      { by: ['fields.x'] },
      { filter: { field: 'agent', op: 'is', value: 'a2' } },
      { filter: { any: [{ not: { field: 'holder', op: 'exists' } }] } },
    ]) {
      const answer = (await ask(lea, query({ kpis: ['tickets-created'], whose: 'team', ...telling }))).json();
      expect(answer).toMatchObject({ status: 403, code: 'access.own-figures-only' });
    }
    const small = (await ask(max, query({ kpis: ['tickets-created'], whose: 'team' }))).json();
    expect(small).toMatchObject({ status: 403, code: 'access.team-too-small' });
    const report = await ask(lea, `/reports/sla-by-agent/data?whose=team&from=${day(3)}&to=${day(-2)}`);
    expect(report.json().code).toBe('access.own-figures-only');
  });

  test('sees the names behind them once the workspace shows them', async () => {
    await updateWorkspace(desk.app.records, desk.app.workspace, { agentsSeeNames: true });
    const answer = (await ask(lea, query({ kpis: ['tickets-created'], by: ['agent'], whose: 'team' }))).json();
    expect(answer.rows.map((row: unknown[]) => row[0]).sort()).toEqual(['a1', 'a2', 'a3']);
    await updateWorkspace(desk.app.records, desk.app.workspace, { agentsSeeNames: false });
  });

  test('who appears nowhere in the data sees nothing of it, not all of it', async () => {
    expect(await total(nobodyYet, 'tickets-created')).toBe(0);
    expect(await keys(nobodyYet, '/tickets')).toEqual([]);
    expect((await ask(nobodyYet, '/status')).json().tickets).toBe(0);
  });
});

test('a role that changes, and a member who is removed, are heeded at the next request', async () => {
  const { server, accounts, app } = desk;
  const person = await makeMember(server, accounts, app, { email: 'moving@example.org', role: 'admin' });
  expect((await ask(person, '/members')).statusCode).toBe(200);
  const owner = { 'content-type': 'application/json', cookie: desk.owner.cookie };
  await server.inject({
    method: 'PATCH',
    url: `${base}/members/${person.id}`,
    headers: owner,
    payload: '{"role":"viewer"}',
  });
  expect((await ask(person, '/members')).statusCode).toBe(403);
  await server.inject({
    method: 'DELETE',
    url: `${base}/members/${person.id}`,
    headers: { cookie: desk.owner.cookie },
  });
  expect((await ask(person, '/status')).json().code).toBe('access.no-workspace');
});

test('admins make no owners, nobody removes the last owner, and what was done stands in the audit log', async () => {
  const { server, accounts, app } = desk;
  const admin = await makeMember(server, accounts, app, { email: 'admin@example.org', role: 'admin' });
  const change = (person: Person, of: string, role: string) =>
    ask(person, {
      method: 'PATCH',
      url: `${base}/members/${of}`,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ role }),
    });
  expect((await change(admin, admin.id, 'owner')).json().code).toBe('member.owner-only');
  expect((await change(admin, desk.owner.id, 'viewer')).json().code).toBe('member.owner-only');
  expect((await change(desk.owner, desk.owner.id, 'viewer')).json().code).toBe('member.last-owner');
  expect((await change(desk.owner, admin.id, 'owner')).statusCode).toBe(200);
  const log = (await ask(desk.owner, '/audit?action=member.changed&limit=1')).json();
  expect(log.items[0]).toMatchObject({
    actor: { kind: 'member', id: desk.owner.id },
    subject: admin.id,
    details: { from: { role: 'admin' }, to: { role: 'owner' } },
    address: '127.0.0.1',
  });
});
