import type { Bucket } from '../report/period.ts';
import { type Expression, evaluate, type Moment, type Scope, type Value } from './expression.ts';
import type { Placement } from './measure.ts';

/** Reads a column of a row: its own, else the dimension of its ticket; a missing one is null. */
export function readColumn(row: object, name: string): unknown {
  const own = (row as Record<string, unknown>)[name];
  if (own !== undefined) return own;
  const dims = (row as { dims?: Record<string, unknown> }).dims;
  return dims?.[name] ?? null;
}

/** The instants of a bucket. `at` closes it: its end, or now while it lasts, null (and no stock) before it begins. */
export function momentsOf(bucket: Bucket, now: number): Readonly<Record<Moment, number | null>> {
  const at = bucket.end <= now ? bucket.end : bucket.start <= now ? now : null;
  return { now, at, start: bucket.start, end: Math.min(bucket.end, now) };
}

/** The instants from which and until which a row may belong to buckets; null where it belongs to none. */
export function extentOf(row: object, placement: Placement, now: number): { from: number; to: number } | null {
  const scope: Scope = {
    column: (name) => readColumn(row, name) as Value,
    moments: { now, at: null, start: null, end: null },
    overlapSeconds: null,
  };
  const instant = (expression: Expression) => evaluate(expression, scope) as number | null;
  const from = instant(placement.kind === 'instant' ? placement.at : placement.from);
  if (from === null) return null;
  return { from, to: placement.kind === 'instant' ? from : (instant(placement.to) ?? Number.POSITIVE_INFINITY) };
}

/** The row as expressions see it in a bucket, or null where it does not belong to the bucket. */
export function placeRow(row: object, placement: Placement, bucket: Bucket, now: number): Scope | null {
  const moments = momentsOf(bucket, now);
  const column = (name: string) => readColumn(row, name) as Value;
  const scope: Scope = { column, moments, overlapSeconds: null };
  const instant = (expression: Expression) => evaluate(expression, scope) as number | null;
  if (placement.kind === 'instant') {
    const at = instant(placement.at);
    return at !== null && at >= bucket.start && at < bucket.end ? scope : null;
  }
  const from = instant(placement.from);
  const to = instant(placement.to);
  if (from === null || moments.at === null) return null;
  if (placement.kind === 'stock') return from <= moments.at && (to === null || to > moments.at) ? scope : null;
  return placeSpan(scope, from, to);
}

/** A span belongs to the buckets it touches before now; touching the end only, its overlap is 0. */
function placeSpan(scope: Scope, from: number, to: number | null): Scope | null {
  const [start, end] = [scope.moments.start as number, scope.moments.end as number];
  if (start >= end || from > end || (to !== null && to <= start)) return null;
  const clipped = { from: Math.max(from, start), to: Math.max(from, Math.min(to ?? end, end)) };
  return { ...scope, overlapSeconds: Math.max(0, clipped.to - clipped.from) / 1000 };
}
