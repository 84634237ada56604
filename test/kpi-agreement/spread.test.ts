import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { kpis } from '#domain/kpi/index.ts';
import { answerQuestion } from '#domain/report/answer-question.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { ReportQuery } from '#domain/report/query.ts';
import { evaluateLists, evaluateScan } from '#domain/report/scan/evaluate-scan.ts';
import type { Scan, ScanRow } from '#domain/report/scan/scan.ts';
import { Cube, countListed, spreadOver } from '#domain/report/scan/spread.ts';
import { randomRows, seeded } from './random-facts.ts';

const now = Date.UTC(2016, 4, 11, 13, 7, 42, 321);
const tables = (Object.keys(factTables) as FactTableName[]).filter((name) => name !== 'names');
const facts = Object.fromEntries(tables.map((table, index) => [table, randomRows(table, 60, seeded(3 + index))]));

/** The scans that a question comes to. */
async function scansOf(query: ReportQuery): Promise<Scan[]> {
  const scans: Scan[] = [];
  await answerQuestion(query, { now, timeZone: 'Europe/Paris' }, async (scan) => {
    scans.push(scan);
    return evaluateScan(scan, facts, now);
  });
  return scans;
}

const statistics = ['', ':median', ':p90', ':mean', ':n'];
const refs = kpis.flatMap((kpi) =>
  Object.keys(kpi.variants).flatMap((variant) => statistics.map((statistic) => `${kpi.id}.${variant}${statistic}`)),
);

const onChannel: fc.Arbitrary<Filter | null> = fc.constantFrom<Filter | null>(
  null,
  { field: 'channel', op: 'is', value: 'email' },
  { field: 'channel', op: 'in', value: ['email', 'phone'] },
  { field: 'channel', op: 'is', value: null },
  { not: { field: 'channel', op: 'is', value: 'chat' } },
  { any: [{ field: 'channel', op: 'starts-with', value: 'e' }, { not: { field: 'channel', op: 'exists' } }] },
  { field: 'channel', op: 'is', value: 'none of these' },
);
const onOthers: fc.Arbitrary<Filter | null> = fc.constantFrom<Filter | null>(
  null,
  { field: 'priority', op: 'exists' },
  {
    any: [
      { field: 'channel', op: 'is', value: 'chat' },
      { field: 'priority', op: 'exists' },
    ],
  },
);

const questions = fc
  .record({
    kpis: fc.uniqueArray(fc.constantFrom(...refs), { minLength: 1, maxLength: 3 }),
    by: fc.subarray(['team', 'channel', 'tag', 'agent']),
    every: fc.constantFrom('month' as const, null),
    own: onChannel,
    other: onOthers,
  })
  .map(({ own, other, ...asked }) => {
    const parts = [own, other].filter((part) => part !== null);
    return { ...asked, filter: parts.length === 0 ? null : { all: parts } };
  });

/** To the last digits, in which the order of an addition shows. */
const rounded = (value: number | null) => (value === null ? null : Number(value.toPrecision(12)));
const sorted = (rows: readonly ScanRow[]) =>
  rows.map(({ values, ...row }) => JSON.stringify({ total: false, ...row, values: values.map(rounded) })).toSorted();

test('what a scan is spread to answers it for any filter on the dimension', async () => {
  let told = 0;
  let listed = 0;
  await fc.assert(
    fc.asyncProperty(questions, async (asked) => {
      const scans = await scansOf({ ...asked, from: '2016-01-01', to: '2016-07-01' }).catch(() => []);
      for (const scan of scans) {
        const spread = spreadOver(scan, 'channel');
        if (spread === null) continue;
        const rows = evaluateScan(spread.sums, facts, now);
        const lists = spread.listed.map((one) => evaluateLists(spread.sums, one, facts, now));
        const found = new Cube(spread, rows, lists).answer(scan, spread.own);
        const expected = evaluateScan(scan, facts, now);
        expect(sorted(found)).toEqual(sorted(expected));
        expect(countListed(spread, rows)).toBe(lists.flat().reduce((sum, { numbers }) => sum + numbers.length, 0));
        if (found.length > 0) told++;
        listed += lists.flat().length;
      }
    }),
    { numRuns: 1000 },
  );
  expect(told).toBeGreaterThan(200);
  expect(listed).toBeGreaterThan(200);
});
