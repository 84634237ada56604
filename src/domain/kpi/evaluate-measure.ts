import { calculate, evaluate, type Scope, type Value } from './expression.ts';
import type { Aggregate, Measure } from './measure.ts';

/**
 * An aggregate over rows already placed in one bucket (and of its source's population). Counts of nothing are 0, all else is
 * null. The meaning that the compiled SQL must agree with.
 */
export function evaluateAggregate(aggregate: Aggregate, scopes: readonly Scope[]): number | null {
  const rows = scopes.filter((scope) => evaluate(aggregate.where, scope) === true);
  if (aggregate.kind === 'count') return rows.length;
  if (aggregate.kind === 'peak') return peakOf(aggregate, rows);
  const of = aggregate.of;
  if (of === null) throw new Error(`A ${aggregate.kind} needs a value to read.`);
  const values = rows.map((scope) => evaluate(of, scope)).filter((value) => value !== null);
  if (aggregate.kind === 'distinct') return new Set(values).size;
  const numbers = values.map(Number);
  if (numbers.length === 0) return null;
  switch (aggregate.kind) {
    case 'sum':
      return total(numbers);
    case 'mean':
      return total(numbers) / numbers.length;
    case 'max':
      return numbers.reduce((most, value) => Math.max(most, value));
    default:
      return quantileOf(numbers, aggregate.level ?? 0.5);
  }
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0);

/** The inclusive quantile: linear between the two nearest ranks, `(n - 1) × level` from the smallest. */
export function quantileOf(numbers: readonly number[], level: number): number {
  const sorted = Float64Array.from(numbers).sort();
  const rank = (sorted.length - 1) * level;
  const below = Math.floor(rank);
  const low = sorted[below] as number;
  return low + (rank - below) * ((sorted[below + 1] ?? low) - low);
}

/** The most spans that ran at once; a span that ends as another begins does not overlap it. */
function peakOf(aggregate: Aggregate, scopes: readonly Scope[]): number {
  const placement = aggregate.source.placement;
  if (placement.kind === 'instant') throw new Error('A peak needs spans.');
  const steps = scopes.flatMap((scope) => {
    const { start, end } = scope.moments as Record<string, number>;
    const from = Math.max(evaluate(placement.from, scope) as number, start as number);
    const to = Math.min((evaluate(placement.to, scope) as number | null) ?? Number.POSITIVE_INFINITY, end as number);
    return from < to ? [[from, 1] as const, [to, -1] as const] : [];
  });
  steps.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let running = 0;
  return steps.reduce((most, [, step]) => {
    running += step;
    return Math.max(most, running);
  }, 0);
}

/** A measure from the values of its aggregates; null goes through, `orZero` stops it. */
export function evaluateMeasure(
  measure: Measure,
  figureOf: (aggregate: Aggregate) => Value,
  bucketSeconds: number | null,
): number | null {
  const inner = (part: Measure) => evaluateMeasure(part, figureOf, bucketSeconds);
  switch (measure.kind) {
    case 'constant':
      return measure.value;
    case 'length':
      return bucketSeconds;
    case 'orZero':
      return inner(measure.of) ?? 0;
    case 'combine': {
      const [left, right] = [inner(measure.left), inner(measure.right)];
      return left === null || right === null ? null : calculate(measure.op, left, right);
    }
    default:
      return figureOf(measure) as number | null;
  }
}
