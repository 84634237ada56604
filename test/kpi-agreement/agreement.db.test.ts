import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Analytics, openAnalytics } from '#analytics/client.ts';
import { insertFacts } from '#analytics/insert-facts.ts';
import { migrateAnalytics } from '#analytics/migrate.ts';
import { runQuery } from '#analytics/run-query.ts';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { kpis } from '#domain/kpi/index.ts';
import type { Kpi } from '#domain/kpi/kpi.ts';
import { statisticsOf } from '#domain/kpi/resolve-kpi.ts';
import { answerQuestion } from '#domain/report/answer-question.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { Cell, ReportQuery } from '#domain/report/query.ts';
import { evaluateScan, type FactRows } from '#domain/report/scan/evaluate-scan.ts';
import { createTestAnalytics } from '#test/support/test-analytics.ts';
import { emptyRow, randomRows, seeded } from './random-facts.ts';

/** In the middle of the data, so that some clocks are overdue, some spans still run and some buckets lie ahead. */
const now = Date.UTC(2016, 4, 11, 13, 7, 42, 321);
const tables = (Object.keys(factTables) as FactTableName[]).filter((name) => name !== 'names');

function makeFacts(rowsOf: (table: FactTableName, index: number) => object[]): FactRows {
  return Object.fromEntries(tables.map((table, index) => [table, rowsOf(table, index)]));
}

const dataSets: Readonly<Record<string, FactRows>> = {
  empty: makeFacts(() => []),
  nulls: makeFacts((table) => Array.from({ length: 20 }, (_, index) => emptyRow(table, index))),
  one: makeFacts((table, index) => randomRows(table, 1, seeded(7 + index))),
  many: makeFacts((table, index) => randomRows(table, 8_500, seeded(41 + index))),
};

const folder = mkdtempSync(join(tmpdir(), 'vigie-agreement-'));
const stores = createTestAnalytics(folder);
let analytics: Analytics;

beforeAll(async () => {
  analytics = await openAnalytics(stores.place);
  await migrateAnalytics(analytics);
  for (const [workspace, facts] of Object.entries(dataSets)) {
    for (const table of tables) await insertFacts(analytics, table, facts[table] ?? [], { workspace, version: 1 });
  }
}, 120_000);
afterAll(async () => {
  await analytics.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Every variant and statistic of a KPI. */
function refsOf(kpi: Kpi): string[] {
  return Object.entries(kpi.variants).flatMap(([id, variant]) => [
    `${kpi.id}.${id}`,
    ...statisticsOf(kpi, variant).map(
      (statistic) => `${kpi.id}.${id}:${statistic.replace('within-<seconds>', 'within-3600')}`,
    ),
  ]);
}

const ownDimension: Readonly<Partial<Record<FactTableName, string>>> = {
  ledger: 'team',
  subscriptions: 'customer',
  incidents: 'component',
};
const twoTables = new Set(['cost-per-ticket']);

function questionsOf(kpi: Kpi): ReportQuery[] {
  const kpiRefs = refsOf(kpi);
  const dimension = twoTables.has(kpi.id) ? 'team' : (ownDimension[kpi.table] ?? 'agent');
  const whole = { kpis: kpiRefs, from: '2016-02-03', to: '2016-05-29', timeZone: 'Europe/Paris' };
  const bases = kpi.bases.flatMap(({ basis }) => basis ?? []);
  return [
    whole,
    { ...whole, time: 'business', by: [dimension], every: 'month' },
    { ...whole, by: [dimension], compare: 'previous', top: 2 },
    ...bases.map((basis) => ({ ...whole, basis, every: 'week' as const, timeZone: 'America/New_York' })),
  ];
}

function close(found: Cell, expected: Cell): boolean {
  if (typeof found !== 'number' || typeof expected !== 'number') return found === expected;
  return Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

async function expectAgreement(workspace: string, query: ReportQuery): Promise<void> {
  const facts = dataSets[workspace] as FactRows;
  const context = { now, timeZone: 'UTC' };
  const expected = await answerQuestion(query, context, async (scan) => evaluateScan(scan, facts, now));
  const found = await runQuery(analytics, workspace, query, { now });
  expect(found.columns).toEqual(expected.columns);
  const differences = [...found.rows, found.total].flatMap((row, y) => {
    const wanted = y < expected.rows.length ? expected.rows[y] : expected.total;
    return row.flatMap((cell, x) =>
      close(cell, wanted?.[x] ?? null) ? [] : [[found.columns[x]?.id, y, cell, wanted?.[x]]],
    );
  });
  expect(differences.slice(0, 5)).toEqual([]);
  expect(found.rows).toHaveLength(expected.rows.length);
  expect({ ...found.meta, freshness: null, labels: null }).toEqual({ ...expected.meta, freshness: null, labels: null });
}

describe.each(Object.keys(dataSets))('over %s rows, SQL gives what the domain says', (workspace) => {
  test.each(kpis.map((kpi) => kpi.id))('of %s', async (id) => {
    const kpi = kpis.find((one) => one.id === id) as Kpi;
    for (const query of questionsOf(kpi)) await expectAgreement(workspace, query);
  });
});

const period = { from: '2016-02-01', to: '2016-06-01', timeZone: 'Europe/London' } as const;

describe('over many rows, SQL gives what the domain says', () => {
  test.each<[string, ReportQuery]>([
    ['of tags, each ticket once a tag', { ...period, kpis: ['tickets-created', 'transfer-rate'], by: ['tag'] }],
    [
      'of a custom field',
      { ...period, kpis: ['tickets-created'], by: ['fields.colour', 'priority'], every: 'quarter' },
    ],
    ['of hours and weekdays', { ...period, kpis: ['messages-by-hour.sent'], by: ['weekday', 'hour'] }],
    ['of presence by hour', { ...period, kpis: ['availability.online', 'max-agents-available'], by: ['hour'] }],
    ['of presence by weekday and agent', { ...period, kpis: ['availability-in-hours'], by: ['agent', 'weekday'] }],
    [
      'of policies and metrics',
      { ...period, kpis: ['sla-compliance', 'sla-breaches'], by: ['policy', 'metric', 'holder'] },
    ],
    [
      'of the slowest customers',
      { ...period, kpis: ['customer-reply-time'], by: ['customer'], top: 3, every: 'month' },
    ],
    ['of the busiest tags', { ...period, kpis: ['tickets-created'], by: ['tag', 'channel'], top: 4 }],
    ['of single tickets', { ...period, kpis: ['replies-per-ticket.sent'], by: ['ticket'], top: 10 }],
    ['of days through a clock change', { ...period, kpis: ['tickets-created', 'backlog'], every: 'day' }],
    ['of years', { ...period, from: '2015-07-01', kpis: ['tickets-created', 'backlog', 'churn-rate'], every: 'year' }],
    [
      'of instants that cut a day',
      { ...period, from: '2016-02-01T10:30:00Z', kpis: ['tickets-created'], every: 'day' },
    ],
    [
      'of formulas over the same rows',
      {
        ...period,
        kpis: [
          'ratio(sla-breaches,sla-compliance.decided)',
          'difference(first-reply-time:p90,first-reply-time:median)',
          'difference(csat-distribution.very-good,csat-distribution.very-bad)',
          'difference(tickets-created,tickets-created)',
        ],
        by: ['channel'],
        every: 'month',
        compare: 'previous',
      },
    ],
    [
      'of formulas over several tables, the largest first',
      {
        ...period,
        kpis: [
          'ratio(sla-breaches,tickets-created)',
          'difference(tickets-created,tickets-solved)',
          'ratio(availability.online,tickets-solved)',
        ],
        by: ['agent'],
        top: 3,
      },
    ],
    ['of stages', { ...period, kpis: ['time-in-stage'], by: ['pipeline', 'stage'] }],
    [
      'of a year ago',
      { ...period, from: '2017-02-01', to: '2017-04-01', kpis: ['tickets-created'], compare: 'year', every: 'month' },
    ],
  ])('%s', async (_, query) => {
    await expectAgreement('many', query);
  });

  test.each<Filter>([
    { field: 'channel', op: 'in', value: ['chat', 'email'] },
    { field: 'priority', op: 'is', value: null },
    { not: { field: 'priority', op: 'is', value: 'priority 1' } },
    {
      any: [
        { field: 'tag', op: 'contains', value: 'red' },
        { field: 'tag', op: 'exists', value: false },
      ],
    },
    {
      all: [
        { field: 'customer.tier', op: 'starts-with', value: 'tier' },
        { field: 'type', op: 'contains', value: '2' },
      ],
    },
    { field: 'fields.colour', op: 'gt', value: 8 },
    { field: 'fields.colour', op: 'lt', value: 'red' },
    { field: 'fields.colour', op: 'is', value: 12 },
    { not: { field: 'fields.colour', op: 'in', value: [7, 'red'] } },
    { field: 'agent', op: 'exists' },
    { field: 'hour', op: 'lt', value: 9 },
    { any: [] },
    { all: [] },
  ])('filtered by %j', async (filter) => {
    await expectAgreement('many', { ...period, kpis: ['tickets-created', 'first-reply-time'], by: ['team'], filter });
  });
});
