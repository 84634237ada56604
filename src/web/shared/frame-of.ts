import type { Every, QueryResult } from '#domain/report/query.ts';
import type { Report } from '#domain/report/report.ts';
import type { Frame } from '../reports/table-of-figures.ts';
import { daysBetween } from '../state/period.ts';

/** From how many days between two buckets on they are weeks, months… Uneven lengths are told apart by the smallest. */
const lengths: readonly (readonly [number, Every])[] = [
  [300, 'year'],
  [80, 'quarter'],
  [26, 'month'],
  [6, 'week'],
  [0, 'day'],
];

/** How a result was asked for, read back from it: a shared report comes without its question. */
export function frameOf(result: QueryResult, report: Report): Frame {
  const { from, to, time } = result.meta;
  return { period: { from: from.slice(0, 10), to: to.slice(0, 10) }, every: everyOf(result, report), time };
}

function everyOf({ columns, rows }: QueryResult, report: Report): Every | null {
  const index = columns.findIndex(({ role }) => role === 'period');
  if (index < 0) return null;
  const starts = [...new Set(rows.map((row) => String(row[index]).slice(0, 10)))].sort();
  const steps = starts.slice(1).map((start, place) => daysBetween(starts[place] ?? start, start));
  if (steps.length === 0) return report.every ?? 'month';
  const smallest = Math.min(...steps);
  return lengths.find(([least]) => smallest >= least)?.[1] ?? 'day';
}
