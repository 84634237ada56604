import { evaluateMeasure } from '../kpi/evaluate-measure.ts';
import { type Aggregate, aggregatesOf } from '../kpi/measure.ts';
import { momentsOf } from '../kpi/place-row.ts';
import type { KpiFigure } from '../kpi/resolve-kpi.ts';
import type { Dimension } from './dimension.ts';
import type { Filter } from './filter.ts';
import { groupKeyOf } from './group-key.ts';
import { fieldsOfFilter } from './match-filter.ts';
import type { Bucket, Period } from './period.ts';
import type { Cell } from './query.ts';
import { aggregateKey, groupAggregates, type Leaders, type Scan, type ScanRow } from './scan.ts';

/** Runs a scan: the domain over rows in memory, or the analytics store in SQL. */
export type RunScan = (scan: Scan) => Promise<readonly ScanRow[]>;

/** What to tabulate: figures by dimensions, over the whole period or by its buckets. */
export interface TableRequest {
  readonly figures: readonly KpiFigure[];
  readonly dimensions: readonly Dimension[];
  readonly filter: Filter | null;
  readonly only: readonly (readonly Cell[])[] | null;
  readonly period: Period;
  readonly bucketed: boolean;
  readonly now: number;
  /** Aggregates to read along with the figures. */
  readonly extra?: readonly Aggregate[];
  /** Only so many groups are needed, the largest by the first figure. */
  readonly leaders?: number;
}

/** Figures by group and bucket. `cells` gives those of a group in a bucket, also where no row was found. */
export interface FigureTable {
  readonly groups: readonly (readonly Cell[])[];
  readonly cells: (group: readonly Cell[], bucket: number) => (number | null)[];
  /** One aggregate, over all rows of a table without dimensions. */
  readonly total: (aggregate: Aggregate) => number | null;
}

type Values = Map<string, number | null>;

/** Whether one reading of one fact table is enough for these figures. */
export function isOneScan(figures: readonly KpiFigure[]): boolean {
  return groupAggregates(figures.flatMap(({ measure }) => aggregatesOf(measure))).length === 1;
}

/** Reads each fact table once per way of placing its rows, then puts the figures together. */
export async function tabulate(request: TableRequest, run: RunScan): Promise<FigureTable> {
  const { figures, period } = request;
  const buckets = request.bucketed ? period.buckets : [{ label: '', start: period.from, end: period.to }];
  const groups = new Map<string, { group: readonly Cell[]; buckets: Values[] }>();
  for (const scan of scansOf(request)) {
    const keys = scan.aggregates.map(aggregateKey);
    for (const { group, bucket, values } of await run(scan)) {
      const text = JSON.stringify(group);
      const entry = groups.get(text) ?? { group, buckets: [] };
      groups.set(text, entry);
      const known = entry.buckets[bucket] ?? new Map<string, number | null>();
      entry.buckets[bucket] = known;
      for (const [index, key] of keys.entries()) known.set(key, values[index] ?? null);
    }
  }
  const [whole] = buckets;
  return {
    groups: [...groups.values()].map(({ group }) => group),
    total: (aggregate) => (whole ? figureOf(aggregate, groups.get('[]')?.buckets[0], whole, request.now) : null),
    cells(group, index) {
      const values = groups.get(JSON.stringify(group))?.buckets[index];
      const bucket = buckets[index];
      if (!bucket) return figures.map(() => null);
      return figures.map(({ measure }) =>
        evaluateMeasure(measure, (part) => figureOf(part, values, bucket, request.now), secondsOf(bucket, request.now)),
      );
    },
  };
}

function figureOf(aggregate: Aggregate, values: Values | undefined, bucket: Bucket, now: number): number | null {
  return values?.get(aggregateKey(aggregate)) ?? emptyValue(aggregate, bucket, now);
}

/** What an aggregate is where no row was found: a count is 0, but nothing is known of a stock or span of the future. */
export function emptyValue(aggregate: Aggregate, bucket: Bucket, now: number): number | null {
  const counts = aggregate.kind === 'count' || aggregate.kind === 'distinct' || aggregate.kind === 'peak';
  const future = aggregate.source.placement.kind !== 'instant' && momentsOf(bucket, now).at === null;
  return counts && !future ? 0 : null;
}

function secondsOf(bucket: Bucket, now: number): number | null {
  const seconds = (Math.min(bucket.end, now) - bucket.start) / 1000;
  return seconds > 0 ? seconds : null;
}

function scansOf(request: TableRequest): Scan[] {
  const owners = new Map<string, string>();
  for (const { measure, kpi } of request.figures) {
    for (const aggregate of aggregatesOf(measure)) owners.set(aggregateKey(aggregate), kpi.id);
  }
  const aggregates = [...request.figures.flatMap(({ measure }) => aggregatesOf(measure)), ...(request.extra ?? [])];
  const grouped = groupAggregates(aggregates);
  const [first] = request.figures;
  const leaders: Leaders | null =
    request.leaders && grouped.length === 1 && first ? { measure: first.measure, limit: request.leaders } : null;
  return grouped.map((together) =>
    scanOf(request, together, owners.get(aggregateKey(together[0] as Aggregate)) ?? '', leaders),
  );
}

function scanOf(request: TableRequest, aggregates: readonly Aggregate[], kpi: string, leaders: Leaders | null): Scan {
  const { source } = aggregates[0] as Aggregate;
  const { dimensions, filter, only, period, bucketed } = request;
  const keys = dimensions.map(({ id }, index) => groupKeyOf(id, source, kpi, `$.by[${index}]`));
  if (filter) for (const field of fieldsOfFilter(filter)) groupKeyOf(field, source, kpi, '$.filter');
  return { source: { ...source, where: [] }, aggregates, keys, filter, only, period, bucketed, leaders };
}
