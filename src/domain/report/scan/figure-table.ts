import { evaluateMeasure } from '../../kpi/evaluate-measure.ts';
import { type Aggregate, aggregatesOf } from '../../kpi/measure.ts';
import { momentsOf } from '../../kpi/place-row.ts';
import type { KpiFigure } from '../../kpi/resolve-kpi.ts';
import type { Dimension } from '../dimension.ts';
import type { Filter } from '../filter.ts';
import { fieldsOfFilter } from '../match-filter.ts';
import type { Bucket, Period } from '../period.ts';
import type { Cell, Unit } from '../query.ts';
import { groupKeyOf } from './group-key.ts';
import { addsUp, aggregateKey, groupAggregates, type Leaders, type Scan, type ScanRow } from './scan.ts';

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
  /** Whether the figures over all groups and buckets are wanted too. */
  readonly total: boolean;
  /** Aggregates to read along with the figures, for the total. */
  readonly extra?: readonly Aggregate[];
  /** Only so many groups are needed, the largest by the first figure. */
  readonly leaders?: number;
}

/** Figures by group and bucket. `cells` gives those of a group in a bucket, also where no row was found. */
export interface FigureTable {
  readonly groups: readonly (readonly Cell[])[];
  readonly cells: (group: readonly Cell[], bucket: number) => (number | null)[];
  /** The figures, or one aggregate, over all groups and buckets. */
  readonly totals: () => (number | null)[];
  readonly totalOf: (aggregate: Aggregate) => number | null;
}

type Values = Map<string, number | null>;

/** Whether one reading of one fact table is enough for these figures. */
export function isOneScan(figures: readonly KpiFigure[]): boolean {
  return groupAggregates(figures.flatMap(({ measure }) => aggregatesOf(measure))).length === 1;
}

/** Reads each fact table once per way of placing its rows, then puts the figures together. */
export async function tabulate(request: TableRequest, run: RunScan): Promise<FigureTable> {
  const { figures, period, now } = request;
  const whole = { label: '', start: period.from, end: period.to };
  const buckets = request.bucketed ? period.buckets : [whole];
  const groups = new Map<string, { group: readonly Cell[]; buckets: Values[] }>();
  const totals: Values = new Map();
  const own = new Set(figures.flatMap(({ measure }) => aggregatesOf(measure)).map(aggregateKey));
  const scans = scansOf(request);
  const answers = await Promise.all(scans.map((scan) => runWithTotal(scan, own, run)));
  for (const [index, scan] of scans.entries()) {
    const keys = scan.aggregates.map(aggregateKey);
    for (const row of answers[index] ?? []) {
      const text = JSON.stringify(row.group);
      const entry = row.total ? null : (groups.get(text) ?? { group: row.group, buckets: [] });
      if (entry) groups.set(text, entry);
      const values = entry ? (entry.buckets[row.bucket] ?? new Map<string, number | null>()) : totals;
      if (entry) entry.buckets[row.bucket] = values;
      for (const [index, key] of keys.entries()) values.set(key, row.values[index] ?? null);
    }
  }
  const figuresIn = (bucket: Bucket, values: Values | undefined) =>
    figures.map(({ measure, unit }) =>
      withoutNoise(
        evaluateMeasure(measure, (part) => figureOf(part, values, bucket, now), secondsOf(bucket, now)),
        unit,
      ),
    );
  return {
    groups: [...groups.values()].map(({ group }) => group),
    totals: () => figuresIn(whole, totals),
    totalOf: (aggregate) => figureOf(aggregate, totals, whole, now),
    cells(group, index) {
      const bucket = buckets[index];
      return bucket ? figuresIn(bucket, groups.get(JSON.stringify(group))?.buckets[index]) : figures.map(() => null);
    },
  };
}

/** The total comes with the groups where they add up to it; else it is read on its own. */
async function runWithTotal(scan: Scan, own: ReadonlySet<string>, run: RunScan): Promise<readonly ScanRow[]> {
  const whole = { ...scan, keys: [], bucketed: false, only: null, leaders: null, total: false };
  // What is only said beside the figures needs no groups.
  if (!scan.aggregates.some((aggregate) => own.has(aggregateKey(aggregate)))) {
    return (await run(whole)).map((row) => ({ ...row, total: true }));
  }
  if (!scan.total || addsUp(scan)) return run(scan);
  const grouped = scan.keys.length > 0 || scan.bucketed;
  const totals = await run(whole);
  return [
    ...(grouped ? await run({ ...scan, total: false }) : totals),
    ...totals.map((row) => ({ ...row, total: true })),
  ];
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
  const [first] = request.figures;
  const leaders: Leaders | null =
    request.leaders && isOneScan(request.figures) && first ? { measure: first.measure, limit: request.leaders } : null;
  return groupAggregates(aggregates).map((together) =>
    scanOf(request, together, owners.get(aggregateKey(together[0] as Aggregate)) ?? null, leaders),
  );
}

function scanOf(
  request: TableRequest,
  aggregates: readonly Aggregate[],
  kpi: string | null,
  leaders: Leaders | null,
): Scan {
  const { source } = aggregates[0] as Aggregate;
  const { dimensions, filter, only, period, bucketed, total } = request;
  // What is only said beside the figures is read over all groups, and need not carry the dimensions.
  const keys = kpi === null ? [] : dimensions.map(({ id }, index) => groupKeyOf(id, source, kpi, `$.by[${index}]`));
  if (filter && kpi !== null) for (const field of fieldsOfFilter(filter)) groupKeyOf(field, source, kpi, '$.filter');
  return { source: { ...source, where: [] }, aggregates, keys, filter, only, period, bucketed, total, leaders };
}

/** Durations to the microsecond: what interpolating a quantile adds beyond it is no information. */
function withoutNoise(figure: number | null, unit: Unit): number | null {
  return figure === null || unit !== 'seconds' ? figure : Math.round(figure * 1e6) / 1e6;
}
