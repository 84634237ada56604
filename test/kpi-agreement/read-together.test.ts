import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { kpis } from '#domain/kpi/index.ts';
import { answerQuestion } from '#domain/report/answer-question.ts';
import type { ReportQuery } from '#domain/report/query.ts';
import { evaluateScan } from '#domain/report/scan/evaluate-scan.ts';
import { canBeReadTogether, planReadings } from '#domain/report/scan/read-together.ts';
import type { Scan, ScanRow } from '#domain/report/scan/scan.ts';
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
  return scans.filter(canBeReadTogether);
}

/** Questions of one page: the same table and filter, other figures, groups and buckets. */
const pages = fc
  .record({
    table: fc.constantFrom(...new Set(kpis.map((kpi) => kpi.table))),
    filter: fc.constantFrom(null, { field: 'channel', op: 'is', value: 'email' } as const),
  })
  .chain(({ table, filter }) => {
    const refs = kpis
      .filter((kpi) => kpi.table === table)
      .flatMap((kpi) => Object.keys(kpi.variants).map((variant) => `${kpi.id}.${variant}`));
    const question = fc.record({
      kpis: fc.uniqueArray(fc.constantFrom(...refs), { minLength: 1, maxLength: 3 }),
      by: fc.subarray(['team', 'channel', 'priority']),
      every: fc.constantFrom('month' as const, null),
      filter: fc.constant(filter),
    });
    return fc.array(question, { minLength: 2, maxLength: 6 });
  });

const sorted = (rows: readonly ScanRow[]) => rows.map((row) => JSON.stringify({ total: false, ...row })).toSorted();

test('scans that are read together have the rows that each of them has alone', async () => {
  let spared = 0;
  await fc.assert(
    fc.asyncProperty(pages, async (asked) => {
      const period = { from: '2016-01-01', to: '2016-07-01' };
      const found = await Promise.all(asked.map((query) => scansOf({ ...query, ...period }).catch(() => [])));
      const scans = found.flat();
      const readings = planReadings(scans);
      expect(readings.flatMap(({ answers }) => answers)).toHaveLength(scans.length);
      for (const { scan, answers } of readings) {
        const rows = evaluateScan(scan, facts, now);
        if (rows.length > 0) spared += answers.length - 1;
        for (const answer of answers) {
          expect(sorted(answer.rowsOf(rows))).toEqual(sorted(evaluateScan(answer.asked, facts, now)));
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(spared).toBeGreaterThan(50);
});
