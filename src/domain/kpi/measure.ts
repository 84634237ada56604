import { type Arithmetic, and, type Expression, isKnown, literal } from './expression.ts';
import type { FactTableName } from './facts/index.ts';

/**
 * Which buckets a row belongs to.
 * - `instant`: the bucket that holds the instant.
 * - `stock`: each bucket whose closing instant (its end, or now) lies in `[from, to)`; `to` null means not over yet.
 * - `span`: each bucket that `[from, to)` reaches (a span that begins just at the bucket's end included, so that a stock can
 *   be read at both ends); `to` null means until now. Nothing counts beyond now.
 */
export type Placement =
  | { readonly kind: 'instant'; readonly at: Expression }
  | { readonly kind: 'stock'; readonly from: Expression; readonly to: Expression }
  | { readonly kind: 'span'; readonly from: Expression; readonly to: Expression; readonly inside?: Inside };

/** Cuts each span to what it has in common with the spans of another table that share a column with it. */
export interface Inside {
  readonly table: FactTableName;
  /** The column that both rows share, such as the agent. */
  readonly on: string;
  readonly where: readonly Expression[];
  readonly from: string;
  readonly to: string;
}

/** A look across the table: the instant `of` the next row of the same partition, as a column of each row. */
export interface NextColumn {
  readonly name: string;
  readonly of: string;
  readonly partition: readonly string[];
  /** Rows that are looked at, such as live tickets. */
  readonly where: readonly Expression[];
}

/** Rows of one fact table, placed into buckets. `where` holds conditions that all must be true. */
export interface Source {
  readonly table: FactTableName;
  readonly placement: Placement;
  readonly where: readonly Expression[];
  /** Dimensions that this population reads from another column: the author of a reply instead of the assignee. */
  readonly credit?: Readonly<Record<string, string>>;
  readonly next?: NextColumn;
}

/**
 * One aggregate over the rows of a source in a bucket. `count` counts rows; `sum`, `mean`, `quantile` and `max` read the
 * rows where `of` is known and are null without any; `distinct` counts values; `peak` is the largest number of spans
 * that ran at once.
 */
export interface Aggregate {
  readonly kind: 'count' | 'sum' | 'mean' | 'quantile' | 'max' | 'distinct' | 'peak';
  readonly source: Source;
  readonly where: Expression;
  readonly of: Expression | null;
  readonly level: number | null;
}

/** A figure: an aggregate, a number, the seconds of the bucket, or figures put together (null if either is). */
export type Measure =
  | Aggregate
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'length' }
  | { readonly kind: 'orZero'; readonly of: Measure }
  | { readonly kind: 'combine'; readonly op: Arithmetic; readonly left: Measure; readonly right: Measure };

const always = literal(true);

/** `and` without the conditions that say nothing. */
function both(...conditions: Expression[]): Expression {
  const telling = conditions.filter((condition) => condition !== always);
  return telling.length === 1 ? (telling[0] as Expression) : and(...telling);
}

export function count(source: Source, where: Expression = always): Aggregate {
  return { kind: 'count', source, where, of: null, level: null };
}
export function sum(source: Source, of: Expression, where: Expression = always): Aggregate {
  return { kind: 'sum', source, where, of, level: null };
}
export function mean(source: Source, of: Expression, where: Expression = always): Aggregate {
  return { kind: 'mean', source, where, of, level: null };
}
export function quantile(source: Source, level: number, of: Expression, where: Expression = always): Aggregate {
  return { kind: 'quantile', source, where, of, level };
}
export function largest(source: Source, of: Expression, where: Expression = always): Aggregate {
  return { kind: 'max', source, where, of, level: null };
}
export function distinct(source: Source, of: Expression, where: Expression = always): Aggregate {
  return { kind: 'distinct', source, where, of, level: null };
}
export function peak(source: Source, where: Expression = always): Aggregate {
  return { kind: 'peak', source, where, of: null, level: null };
}
export function ratio(left: Measure, right: Measure): Measure {
  return { kind: 'combine', op: 'divide', left, right };
}
export function minus(left: Measure, right: Measure): Measure {
  return { kind: 'combine', op: 'subtract', left, right };
}
export function times(left: Measure, right: Measure): Measure {
  return { kind: 'combine', op: 'multiply', left, right };
}
export function orZero(of: Measure): Measure {
  return { kind: 'orZero', of };
}
export const constant = (value: number): Measure => ({ kind: 'constant', value });
export const bucketSeconds: Measure = { kind: 'length' };

/** Rows where `of` is true ÷ rows where it is known; null where it is known of none. */
export function share(source: Source, of: Expression, among: Expression = always): Measure {
  return ratio(count(source, both(among, of)), count(source, both(among, isKnown(of))));
}

/** The aggregates a measure is made of. */
export function aggregatesOf(measure: Measure): Aggregate[] {
  switch (measure.kind) {
    case 'constant':
    case 'length':
      return [];
    case 'orZero':
      return aggregatesOf(measure.of);
    case 'combine':
      return [...aggregatesOf(measure.left), ...aggregatesOf(measure.right)];
    default:
      return [measure];
  }
}

/**
 * The count behind a measure, its n: the rows counted, those with a known value, or the base of a share or ratio. Null
 * for a measure of no rows.
 */
export function sampleOf(measure: Measure): Aggregate | null {
  switch (measure.kind) {
    case 'constant':
    case 'length':
      return null;
    case 'orZero':
      return sampleOf(measure.of);
    case 'combine':
      return (measure.op === 'divide' ? sampleOf(measure.right) : null) ?? sampleOf(measure.left);
    default:
      return measure.of === null
        ? count(measure.source, measure.where)
        : count(measure.source, both(measure.where, isKnown(measure.of)));
  }
}
