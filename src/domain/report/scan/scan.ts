import type { Expression } from '../../kpi/expression.ts';
import type { Aggregate, Measure, Source } from '../../kpi/measure.ts';
import type { GroupKey } from '../dimension.ts';
import type { Filter } from '../filter.ts';
import type { Period } from '../period.ts';
import type { Cell } from '../query.ts';

/** Rows of one fact table read once: placed in one way, filtered, grouped, several aggregates over them. */
export interface Scan {
  /** Its `where` is left out: each aggregate has its own population. */
  readonly source: Source;
  readonly aggregates: readonly Aggregate[];
  readonly keys: readonly GroupKey[];
  readonly filter: Filter | null;
  /** Only these groups; null for all. */
  readonly only: readonly (readonly Cell[])[] | null;
  readonly period: Period;
  /** Whether rows are split by the buckets of the period. */
  readonly bucketed: boolean;
  /** One more row over all groups and buckets comes along, marked `total`. */
  readonly total?: boolean;
  /** The runner may leave out all but the largest groups; null for all. */
  readonly leaders: Leaders | null;
}

/** The largest groups by a measure over the scan's aggregates. */
export interface Leaders {
  readonly measure: Measure;
  readonly limit: number;
}

/** One group in one bucket, with the values of the scan's aggregates in order. */
export interface ScanRow {
  readonly group: readonly Cell[];
  readonly bucket: number;
  readonly values: readonly (number | null)[];
  readonly total?: boolean;
}

/** Whether each row is in one group and one bucket at most. */
export function inOneCell(scan: Scan): boolean {
  const { kind } = scan.source.placement;
  const inOneBucket = kind === 'instant' || (kind === 'stock' && !scan.bucketed);
  return inOneBucket && !scan.keys.some((key) => key.kind === 'list');
}

/** Whether a total can be had by adding groups up: not where a row is in several of them, or where only some are read. */
export function addsUp(scan: Scan): boolean {
  return inOneCell(scan) && scan.only === null && scan.leaders === null && (scan.keys.length > 0 || scan.bucketed);
}

const keys = new WeakMap<Aggregate, string>();

/** Two aggregates of the same text are one. */
export function aggregateKey(aggregate: Aggregate): string {
  let key = keys.get(aggregate);
  if (key === undefined) {
    key = JSON.stringify(aggregate);
    keys.set(aggregate, key);
  }
  return key;
}

/** Aggregates that can be read together, each once: same table, placement and columns. */
export function groupAggregates(aggregates: readonly Aggregate[]): Aggregate[][] {
  const groups = new Map<string, Map<string, Aggregate>>();
  for (const aggregate of aggregates) {
    const key = JSON.stringify({ ...aggregate.source, where: null });
    const group = groups.get(key) ?? new Map<string, Aggregate>();
    groups.set(key, group);
    if (!group.has(aggregateKey(aggregate))) group.set(aggregateKey(aggregate), aggregate);
  }
  return [...groups.values()].map((group) => [...group.values()]);
}

/** A condition that is just `true`. */
export const isAlways = (condition: Expression): boolean => condition.op === 'literal' && condition.value === true;

/**
 * Conditions that every aggregate has. Rows that fail one are in no population, so they are left out before anything is
 * grouped: a group exists only where some row could count.
 */
export function sharedConditions(aggregates: readonly Aggregate[]): Expression[] {
  const [first, ...others] = aggregates.map((aggregate) => [...aggregate.source.where, aggregate.where]);
  const known = others.map((conditions) => new Set(conditions.map((condition) => JSON.stringify(condition))));
  return (first ?? []).filter(
    (condition) => !isAlways(condition) && known.every((texts) => texts.has(JSON.stringify(condition))),
  );
}
