import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ticketDimensions } from '#domain/kpi/facts/ticket-dimensions.ts';
import type { ReportQuery } from '#domain/report/query.ts';
import { createTestAnalytics } from '#test/support/test-analytics.ts';
import { type Analytics, openAnalytics } from './client.ts';
import { insertFacts } from './insert-facts.ts';
import { migrateAnalytics } from './migrate.ts';
import { runQuery } from './run-query.ts';

const now = Date.UTC(2026, 5, 1);
const day = (date: number) => Date.UTC(2026, 0, date, 12);
const quote = "o'Brien\\ {x:String}";
const folder = mkdtempSync(join(tmpdir(), 'vigie-query-'));
const stores = createTestAnalytics(folder);
let analytics: Analytics;

const none = Object.fromEntries(Object.keys(ticketDimensions).map((name) => [name, null]));
const dims = (ticket: string) => ({ ...none, ticket, outcome: 'live', tags: [], fields: { 'a b': quote } });
const ticket = (key: string, agent: string, at: number) => ({ agent, createdAt: at, updatedAt: at, dims: dims(key) });
const clock = (key: string, status: string) => ({
  n: 0,
  agent: 'a1',
  policy: 'gold',
  target: 'frt',
  cycle: 1,
  clockStatus: status,
  decidedAt: day(3),
  dims: dims(key),
});

beforeAll(async () => {
  analytics = await openAnalytics(stores.place);
  await migrateAnalytics(analytics);
  const here = { workspace: 'here', version: 1 };
  await insertFacts(analytics, 'tickets', [ticket('T-1', quote, day(2)), ticket('T-2', 'a1', day(5))], here);
  await insertFacts(analytics, 'clocks', [clock('T-1', 'met'), clock('T-2', 'breached')], here);
  await insertFacts(analytics, 'names', [{ key: 'a1', n: 0, kind: 'agent', id: 'a1', name: 'Léa' }], here);
  await insertFacts(analytics, 'tickets', [ticket('T-1', 'a1', day(9))], { workspace: 'elsewhere', version: 1 });
});
afterAll(async () => {
  await analytics.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (query: Partial<ReportQuery>, options = {}, workspace = 'here') =>
  runQuery(
    analytics,
    workspace,
    { kpis: ['tickets-created'], from: '2026-01-01', to: '2026-02-01', ...query },
    { now, ...options },
  );

test('a result says how fresh it is and names the agents it knows', async () => {
  const { rows, meta } = await ask({ by: ['agent'] });
  expect(rows).toEqual([
    ['a1', 1],
    [quote, 1],
  ]);
  expect(meta.freshness).toBe('2026-01-05T12:00:00Z');
  expect(meta.labels).toEqual({ agent: { a1: 'Léa' } });
});

test('one workspace sees nothing of another', async () => {
  expect((await ask({}, {}, 'elsewhere')).total).toEqual([1]);
  const nowhere = await ask({}, {}, 'nowhere');
  expect(nowhere.total).toEqual([0]);
  expect(nowhere.meta.freshness).toBeNull();
});

test('values of filters and groups are bound, whatever they hold', async () => {
  const filtered = await ask({ filter: { field: 'agent', op: 'is', value: quote } });
  expect(filtered.total).toEqual([1]);
  const byField = await ask({
    by: ['fields.a b'],
    top: 1,
    filter: { field: 'fields.a b', op: 'contains', value: "'X" },
  });
  expect(byField.rows).toEqual([]);
  const found = await ask({
    by: ['fields.a b'],
    top: 1,
    filter: { field: 'fields.a b', op: 'contains', value: "o'B" },
  });
  expect(found.rows).toEqual([[quote, 2]]);
});

test('an excuse takes a breach out of the adjusted rate at once, and out of no other', async () => {
  const query = { kpis: ['sla-compliance', 'sla-compliance.adjusted'] };
  expect((await ask(query)).total).toEqual([0.5, 0.5]);
  const excuses = [{ ticket: 'T-2', policy: 'gold', target: 'frt', cycle: 1 }];
  expect((await ask(query, { excuses })).total).toEqual([0.5, 1]);
  expect((await ask(query, { excuses: [{ ...excuses[0], cycle: 2 }] })).total).toEqual([0.5, 0.5]);
});

test('a question in no zone is asked in the one of the workspace', async () => {
  const { meta } = await ask({}, { timeZone: 'Europe/Paris' });
  expect(meta.timeZone).toBe('Europe/Paris');
  expect((await ask({ timeZone: 'Asia/Tokyo' }, { timeZone: 'Europe/Paris' })).meta.timeZone).toBe('Asia/Tokyo');
});

test('questions of the same rows at the same time are read once, and answered as each of them alone', async () => {
  const page: Partial<ReportQuery>[] = [
    { kpis: ['sla-compliance', 'sla-compliance.decided'], by: ['agent'], every: 'month' },
    { kpis: ['sla-compliance'], every: 'month' },
    { kpis: ['sla-breaches'], by: ['agent'] },
    { kpis: ['sla-breaches'], from: '2026-01-03' },
  ];
  const alone = [];
  for (const query of page) alone.push(await ask(query));
  const read: string[] = [];
  const watched: Analytics = {
    ...analytics,
    query: (sql, params) => {
      read.push(sql);
      return analytics.query(sql, params);
    },
  };
  const period = { from: '2026-01-01', to: '2026-02-01' };
  const together = page.map((query) =>
    runQuery(watched, 'here', { kpis: [], ...period, ...query } as ReportQuery, { now }),
  );
  expect(await Promise.all(together)).toEqual(alone);
  // Those of the whole month together, and the one of another period.
  expect(read.filter((sql) => sql.includes('decidedAt'))).toHaveLength(2);
});
