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
import type { Cell, QueryResult, ReportQuery } from '#domain/report/query.ts';
import { createTestAnalytics } from '#test/support/test-analytics.ts';
import { randomRows, seeded } from './random-facts.ts';

const now = Date.UTC(2016, 4, 11, 13, 7, 42);
const workspace = 'explored';
const tables = (Object.keys(factTables) as FactTableName[]).filter((name) => name !== 'names');
const folder = mkdtempSync(join(tmpdir(), 'vigie-explore-'));
const stores = createTestAnalytics(folder);
let analytics: Analytics;

beforeAll(async () => {
  analytics = await openAnalytics(stores.place);
  await migrateAnalytics(analytics);
  for (const [index, table] of tables.entries()) {
    await insertFacts(analytics, table, randomRows(table, 400, seeded(11 + index)), { workspace, version: 1 });
  }
}, 120_000);
afterAll(async () => {
  await analytics.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** The same store, as a process sees it that has explored nothing yet; `read` holds the statements that read facts. */
function fresh(): { store: Analytics; read: string[] } {
  const read: string[] = [];
  const note = (sql: string) => {
    if (!sql.includes('max(updatedAt)') && !/FROM names/.test(sql)) read.push(sql);
  };
  const store: Analytics = {
    ...analytics,
    query(sql, params) {
      note(sql);
      return analytics.query(sql, params);
    },
    queryBytes(sql, params, format) {
      note(sql);
      return analytics.queryBytes(sql, params, format);
    },
  };
  return { store, read };
}

function refsOf(kpi: Kpi): string[] {
  return Object.entries(kpi.variants).flatMap(([id, variant]) => [
    `${kpi.id}.${id}`,
    ...statisticsOf(kpi, variant).map(
      (statistic) => `${kpi.id}.${id}:${statistic.replace('within-<seconds>', 'within-3600')}`,
    ),
  ]);
}

/** A dimension that all the facts of a question carry. */
async function dimensionOf(query: ReportQuery): Promise<string> {
  for (const id of ['channel', 'team', 'agent', 'customer', 'component']) {
    const question = answerQuestion({ ...query, by: [id] }, { now, timeZone: 'UTC' }, async () => []);
    if (await question.then(Boolean, () => false)) return id;
  }
  throw new Error('They have none in common.');
}

const cellsOf = ({ rows, total }: QueryResult): readonly Cell[] => [...rows.flat(), ...total];

function expectClose(found: QueryResult, expected: QueryResult): void {
  const wanted = cellsOf(expected);
  const differences = cellsOf(found).flatMap((cell, index) => {
    const other = wanted[index] ?? null;
    const close =
      typeof cell === 'number' && typeof other === 'number'
        ? Math.abs(cell - other) <= 1e-9 * Math.max(1, Math.abs(other))
        : cell === other;
    return close ? [] : [[index, cell, other]];
  });
  expect(differences.slice(0, 5)).toEqual([]);
  expect(found.rows).toHaveLength(expected.rows.length);
  expect(found.meta).toEqual(expected.meta);
}

describe('who tries the values of a dimension is told what is told without, and is asked to wait only once', () => {
  test.each(kpis.map((kpi) => kpi.id))('of %s', async (id) => {
    const kpi = kpis.find((one) => one.id === id) as Kpi;
    const { store, read } = fresh();
    const base = { kpis: refsOf(kpi), from: '2016-02-03', to: '2016-05-29', timeZone: 'Europe/Paris' };
    const dimension = await dimensionOf(base);
    const questions: ReportQuery[] = [base, { ...base, by: [dimension], every: 'month', compare: 'previous' }];
    const { rows } = await runQuery(analytics, workspace, { ...base, by: [dimension] }, { now });
    const known = rows.map(([value]) => value).filter((value) => typeof value === 'string');
    const filters = [
      null,
      { field: dimension, op: 'is', value: known[0] ?? 'none' },
      { field: dimension, op: 'in', value: known.slice(1, 3) },
      { not: { field: dimension, op: 'is', value: known[0] ?? 'none' } },
      { field: dimension, op: 'exists', value: false },
    ] as const;
    for (const [turn, filter] of filters.entries()) {
      for (const query of questions.map((one) => ({ ...one, filter }))) {
        const before = read.length;
        const found = await runQuery(store, workspace, query, { now, exploring: dimension });
        expectClose(found, await runQuery(analytics, workspace, query, { now }));
        // What counts different values, or spans that overlap, does not add up and is read each time.
        const reads = read.slice(before).filter((sql) => !/uniqExact|maxIntersections/.test(sql));
        if (turn > 0) expect(reads).toEqual([]);
      }
    }
  });
});

const asked: ReportQuery = {
  kpis: ['tickets-created', 'full-resolution-time:median'],
  from: '2016-02-03',
  to: '2016-05-29',
};
const email = { field: 'channel', op: 'is', value: 'email' } as const;

test('for a minute figures are of the instant of the first question, and say how fresh they are', async () => {
  const { store, read } = fresh();
  const first = await runQuery(store, workspace, asked, { now, exploring: 'channel' });
  const reads = read.length;
  const later = await runQuery(store, workspace, asked, { now: now + 59_000, exploring: 'channel' });
  expect(later).toEqual(first);
  expect(read).toHaveLength(reads);
  await runQuery(store, workspace, asked, { now: now + 61_000, exploring: 'channel' });
  expect(read.length).toBeGreaterThan(reads);
});

test('what one workspace explores is nobody else’s', async () => {
  const { store } = fresh();
  await runQuery(store, workspace, asked, { now, exploring: 'channel' });
  const { total } = await runQuery(store, 'other', { ...asked, filter: email }, { now, exploring: 'channel' });
  expect(total).toEqual([0, null]);
});

test('a dimension of many values is not explored, and its questions are answered all the same', async () => {
  const many = randomRows('tickets', 250, seeded(500)).map((row, index) => {
    const { dims, ...own } = row as { readonly dims: object };
    return { ...own, dims: { ...dims, customer: `customer-${index}` } };
  });
  await insertFacts(analytics, 'tickets', many, { workspace: 'many', version: 1 });
  const { store, read } = fresh();
  const filter = { field: 'customer', op: 'in', value: ['customer-1', 'customer-2'] } as const;
  const query: ReportQuery = { ...asked, from: '2015-01-01', to: '2017-01-01', filter };
  for (const _ of [1, 2]) {
    const before = read.length;
    const found = await runQuery(store, 'many', query, { now, exploring: 'customer' });
    expectClose(found, await runQuery(analytics, 'many', query, { now }));
    expect(read.length).toBeGreaterThan(before);
  }
});

test('a dimension that does not exist is refused by its name', async () => {
  await expect(runQuery(analytics, workspace, asked, { now, exploring: 'colour' })).rejects.toMatchObject({
    code: 'query.unknown-dimension',
  });
});
