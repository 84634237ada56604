import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { ingestEvents } from '#app/ingest-events.ts';
import { loadSample } from '#app/load-sample.ts';
import { eraseCustomer } from '#app/privacy/erase-customer.ts';
import { answerQuery } from '#app/reports/answer-query.ts';
import { base } from '#contract/paths.ts';
import type { CustomerHistory, CustomerItem, customerPage } from '#contract/schemas/customers/customer.ts';
import { customerFigures } from '#domain/report/customer-figures.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember } from '#test/support/people.ts';

type CustomerList = z.infer<typeof customerPage>;

let desk: TestServer;
const period = { from: '2020-01-01', to: '2100-01-01' };

/** Ida's and Ken's tickets beside those of the sample: of one company, and named so that a search tells them apart. */
function ownEvents(now: number): object[] {
  let id = 0;
  const event = (subject: string, minutes: number, type: string, data: object) => ({
    specversion: '1.0',
    ...{ id: `own-${++id}`, source: 'test/own', type, subject },
    time: new Date(now - minutes * 60_000).toISOString(),
    data,
  });
  const ida = { id: 'own-ida', name: 'Ida Størmer', company: 'Nordlys', tier: 'gold', region: 'north' };
  const ken = { id: 'own-ken', name: 'Ken 100%_x', company: 'Nordlys' };
  const lea = { kind: 'agent', id: 'own-lea', name: 'Léa' };
  const said = (who: { id: string }) => ({ actor: { kind: 'customer', id: who.id }, direction: 'inbound' });
  return [
    event('OWN-1', 900, 'ticket.created', { channel: 'email', team: 'north', agent: 'own-lea', customer: ida }),
    event('OWN-1', 800, 'ticket.message', { actor: lea, direction: 'outbound', public: true }),
    event('OWN-1', 740, 'ticket.message', said(ida)),
    event('OWN-1', 700, 'ticket.status', { actor: lea, status: 'solved' }),
    event('OWN-1', 600, 'survey.answered', { kind: 'csat', score: 2, scale: 5, comment: 'Slow' }),
    event('OWN-2', 500, 'ticket.created', { channel: 'chat', team: 'south', agent: 'own-max', customer: ken }),
    event('OWN-3', 400, 'ticket.created', { channel: 'chat', team: 'north', agent: 'own-lea' }),
    event('own-ida', 1000, 'subscription.started', { customer: ida.id, plan: 'pro', monthlyValue: 49 }),
  ];
}

beforeAll(async () => {
  desk = await openTestServer();
  await loadSample(desk.app, 'marketplace', { tickets: 150, seed: 3 });
  const answers = await ingestEvents(desk.app, ownEvents(Date.now()));
  expect(answers.filter(({ status }) => status !== 'accepted')).toEqual([]);
  await desk.app.folds.settled();
}, 120_000);
afterAll(() => desk.close());

type Query = Readonly<Record<string, string | number | object>>;

async function ask(path: string, query: Query = {}, cookie = desk.owner.cookie) {
  const given = Object.entries({ ...period, ...query }).map(([name, value]) => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ]);
  const url = `${base}${path}?${new URLSearchParams(given as [string, string][])}`;
  const answer = await desk.server.inject({ url, headers: { cookie } });
  return { status: answer.statusCode, body: answer.json() };
}
const list = async (query?: Query, cookie?: string): Promise<CustomerList> =>
  (await ask('/customers', query, cookie)).body;
const show = async (id: string, query?: Query, cookie?: string): Promise<CustomerHistory> =>
  (await ask(`/customers/${id}`, query, cookie)).body;
const ids = ({ items }: CustomerList) => items.map(({ id }) => id);

async function walk(query: Query): Promise<CustomerItem[]> {
  const items: CustomerItem[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: CustomerList = await list({ ...query, limit: 7, ...(after === '' ? {} : { after }) });
    items.push(...page.items);
    after = page.next;
  }
  return items;
}

describe('the list of customers', () => {
  test.each(customerFigures.flatMap((ref) => [ref, `-${ref}`]))(
    'by %s has the figures of the KPI language in their order, each customer once over all pages',
    async (sort) => {
      const ref = sort.replace(/^-/, '');
      const sign = sort.startsWith('-') ? -1 : 1;
      const { rows } = await answerQuery(desk.app, {
        kpis: [ref, `${ref.split(':')[0]}:n`],
        by: ['customer'],
        ...period,
      });
      const known = rows.filter(([id, value, n]) => id !== null && value !== null && Number(n) > 0);
      const letters = (a: unknown, b: unknown) => (String(a) < String(b) ? -1 : 1);
      const ordered = known.toSorted((a, b) => sign * (Number(a[1]) - Number(b[1])) || letters(a[0], b[0]));
      const found = await walk({ sort });
      expect(found.map(({ id }) => id)).toEqual(ordered.map(([id]) => id));
      expect(found.map(({ figures }) => figures[ref]?.value)).toEqual(ordered.map(([, value]) => value));
      expect((await list({ sort })).total).toBe(known.length);
    },
  );

  test('leaves out those with fewer rows behind the figure than asked for', async () => {
    const all = await list({ sort: '-customer-wait-time:median', limit: 500 });
    const some = await list({ sort: '-customer-wait-time:median', limit: 500, least: 2 });
    const enough = all.items.filter(({ figures }) => (figures['customer-wait-time:median']?.n ?? 0) >= 2);
    expect(ids(some)).toEqual(enough.map(({ id }) => id));
    expect(some.items.length).toBeLessThan(all.items.length);
  });

  test('finds a customer by a part of the id or of the name, also without a figure, and takes no letter for a pattern', async () => {
    expect(ids(await list({ search: 'størm' }))).toEqual(['own-ida']);
    expect(ids(await list({ search: 'OWN-K', sort: 'csat' }))).toEqual(['own-ken']);
    expect(ids(await list({ search: '100%_' }))).toEqual(['own-ken']);
    expect(ids(await list({ search: 'own-', sort: 'csat' }))).toEqual(['own-ida', 'own-ken']);
    expect(await list({ search: 'nobody is called this' })).toMatchObject({ items: [], next: null, total: 0 });
    const outside = { search: 'own-', sort: 'csat', from: '2020-01-01', to: '2020-01-02' };
    expect((await walk(outside)).map(({ id }) => id)).toEqual(['own-ida', 'own-ken']);
  });

  test('tells of each what is known: traits, last contact, last survey, and how many tickets have no customer', async () => {
    const found = await list({ search: 'own-ida' });
    const [ida] = found.items;
    expect(ida).toMatchObject({ name: 'Ida Størmer', company: 'Nordlys', tier: 'gold', region: 'north' });
    expect(ida?.lastAnswer).toMatchObject({ kind: 'csat', score: 2, scale: 5 });
    expect(ida?.figures).toMatchObject({
      'tickets-created': { value: 1, n: 1 },
      'customer-messages': { value: 1 },
      'customer-reply-time:median': { value: 3600, n: 1 },
      csat: { value: 0, n: 1 },
      nps: { value: null, n: 0 },
    });
    expect((await list({ filter: { field: 'team', op: 'is', value: 'north' } })).withoutCustomer).toBe(1);
  });

  test('tells of the figures asked for, and of the one that orders', async () => {
    const { columns, items } = await list({ sort: '-csat', figures: 'nps,tickets-created', limit: 3 });
    expect(columns.map(({ id }) => id)).toEqual(['tickets-created', 'csat', 'nps']);
    expect(items.map(({ figures }) => Object.keys(figures))).toEqual(
      items.map(() => ['tickets-created', 'csat', 'nps']),
    );
  });

  test('is of companies if asked, and heeds filters', async () => {
    const [nordlys] = (await list({ by: 'company', search: 'nord' })).items;
    expect(nordlys).toMatchObject({ id: 'Nordlys', name: 'Nordlys', figures: { 'tickets-created': { value: 2 } } });
    const south = { field: 'team', op: 'is', value: 'south' };
    expect(ids(await list({ filter: south }))).toEqual(['own-ken']);
    expect(ids(await list({ filter: south, search: 'own' }))).toEqual(['own-ken']);
  });

  test.each([
    [{ sort: 'backlog' }, 'request.invalid'],
    [{ least: 0 }, 'request.invalid'],
    [{ figures: 'backlog' }, 'request.invalid'],
    [{ after: 'eA' }, 'request.bad-cursor'],
    [{ from: '2026-02-01', to: '2026-01-01' }, 'query.empty-period'],
    [{ filter: { field: 'nonsense', op: 'is', value: 'x' } }, 'query.unknown-dimension'],
    [{ filter: { field: 'metric', op: 'is', value: 'resolution' } }, 'query.dimension-not-available'],
    [{ timeZone: 'Mars/Olympus' }, 'zone.unknown'],
  ])('refuses %j', async (query, code) => {
    expect((await ask('/customers', query)).body).toMatchObject({ code });
  });
});

describe('the history of a customer', () => {
  test('has their figures beside the period before and all customers, and what else is known', async () => {
    const ida = await show('own-ida');
    expect(ida.customer).toMatchObject({
      by: 'customer',
      name: 'Ida Størmer',
      customers: 1,
      tickets: 1,
      openTickets: 0,
    });
    expect(Date.parse(ida.customer.firstContactAt ?? '')).toBeLessThan(Date.parse(ida.customer.lastContactAt ?? ''));
    const created = ida.figures.find(({ id }) => id === 'tickets-created');
    expect(created).toMatchObject({ unit: 'count', value: 1, n: 1, before: 0 });
    expect(created?.all).toBe((await answerQuery(desk.app, { kpis: ['tickets-created'], ...period })).total[0]);
    expect(ida.answers).toMatchObject({ total: 1, items: [{ ticket: 'OWN-1', score: 2, comment: 'Slow' }] });
    expect(ida.subscriptions).toMatchObject([{ customer: 'own-ida', plan: 'pro', monthlyValue: 49, endedAt: null }]);
  });

  test('counts the tickets that are open now, whatever the period', async () => {
    const past = { from: '2020-01-01', to: '2020-02-01' };
    expect((await show('own-ken', past)).customer).toMatchObject({ tickets: 1, openTickets: 1 });
  });

  test('is that of all customers of a company', async () => {
    const company = await show('Nordlys', { by: 'company' });
    expect(company.customer).toMatchObject({ name: 'Nordlys', customers: 2, tickets: 2, openTickets: 1 });
    expect(company.subscriptions).toHaveLength(1);
    expect(company.answers.total).toBe(1);
  });

  test('of nobody is not found', async () => {
    expect(await ask('/customers/nobody')).toMatchObject({ status: 404, body: { code: 'customer.unknown' } });
    expect(await ask('/customers/own-ida', { by: 'company' })).toMatchObject({ status: 404 });
  });
});

describe('somebody who sees a part of the workspace', () => {
  test('sees the customers of that part, its figures, and no subscription', async () => {
    const { server, accounts, app } = desk;
    const given = { email: 'north@example.org', role: 'lead', teams: ['north'] } as const;
    const { cookie } = await makeMember(server, accounts, app, given);
    expect(ids(await list({}, cookie))).toEqual(['own-ida']);
    expect(ids(await list({ search: 'own' }, cookie))).toEqual(['own-ida']);
    expect(await show('own-ida', {}, cookie)).toMatchObject({ subscriptions: null, answers: { total: 1 } });
    expect(await ask('/customers/own-ken', {}, cookie)).toMatchObject({ status: 404 });
    expect((await show('Nordlys', { by: 'company' }, cookie)).customer).toMatchObject({ customers: 1, tickets: 1 });
  });

  test('sees nobody as an agent without tickets, and is refused as a client', async () => {
    const { server, accounts, app } = desk;
    const agent = await makeMember(server, accounts, app, {
      email: 'none@example.org',
      role: 'agent',
      agents: ['own-x'],
    });
    expect(await list({}, agent.cookie)).toMatchObject({ items: [], total: 0, withoutCustomer: 0 });
    expect(await list({ search: 'own' }, agent.cookie)).toMatchObject({ items: [], total: 0 });
    const client = await makeMember(server, accounts, app, { email: 'client@example.org', role: 'client' });
    expect(await ask('/customers', {}, client.cookie)).toMatchObject({ status: 403 });
    expect(await ask('/customers/own-ida', {}, client.cookie)).toMatchObject({ status: 403 });
  });
});

test('whoever was erased is in no list, has no history, and is still counted among all', async () => {
  const before = (await list({ search: 'own', sort: 'csat' })).total;
  const { pseudonym } = await eraseCustomer(desk.app, desk.installation.records.everywhere, 'own-ida', {
    actor: { kind: 'operator' },
    address: null,
  });
  await desk.app.folds.settled();
  await expect.poll(async () => (await list({ search: 'own', sort: 'csat' })).total).toBe(before - 1);
  for (const search of ['ida', pseudonym, 'Størmer']) expect(ids(await list({ search }))).toEqual([]);
  expect(ids(await list({ limit: 500 }))).not.toContain(pseudonym);
  for (const id of ['own-ida', pseudonym]) expect(await ask(`/customers/${id}`)).toMatchObject({ status: 404 });
  const [company] = (await list({ by: 'company', search: 'Nordlys' })).items;
  expect(company?.figures['tickets-created']?.value).toBe(2);
});
