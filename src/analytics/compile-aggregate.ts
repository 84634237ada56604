import type { Aggregate, Measure } from '#domain/kpi/measure.ts';
import { isAlways } from '#domain/report/scan.ts';
import type { Binder } from './binder.ts';
import { compileExpression, type ExpressionPlace, signs } from './compile-expression.ts';

/** SQL of the span of a row within its cell, in epoch milliseconds. */
export interface ClippedSpan {
  readonly from: string;
  readonly to: string;
}

/**
 * The aggregate as SQL, over rows that already meet the conditions in `met` (those that the whole scan shares). Counts
 * of nothing are 0, all else null.
 */
export function compileAggregate(
  aggregate: Aggregate,
  met: ReadonlySet<string>,
  place: ExpressionPlace,
  span: ClippedSpan | null,
): string {
  const conditions = [...aggregate.source.where, aggregate.where].filter(
    (condition) => !isAlways(condition) && !met.has(JSON.stringify(condition)),
  );
  const condition = conditions.map((part) => compileExpression(part, place)).join(' AND ');
  const suffix = condition === '' ? '' : 'If';
  const call = (name: string, args: string, level = '') =>
    `${name}${suffix}${level}(${[args, condition].filter((part) => part !== '').join(', ')})`;
  if (aggregate.kind === 'count') return call('count', '');
  if (aggregate.kind === 'peak') {
    if (!span) throw new Error('A peak needs spans.');
    return call('maxIntersections', `${span.from}, ${span.to}`);
  }
  if (aggregate.of === null) throw new Error(`A ${aggregate.kind} needs a value to read.`);
  const of = compileExpression(aggregate.of, place);
  switch (aggregate.kind) {
    case 'distinct':
      return call('uniqExact', of);
    case 'quantile':
      return call('quantileExactInclusiveOrNull', of, `(${aggregate.level ?? 0.5})`);
    default:
      return call(functions[aggregate.kind], of);
  }
}

const functions = { sum: 'sumOrNull', mean: 'avgOrNull', max: 'maxOrNull' } as const;

/** What a measure is put together from in SQL: the columns of its aggregates, and the seconds of the bucket. */
export interface MeasureParts {
  readonly columnOf: (aggregate: Aggregate) => string;
  readonly seconds: number;
  readonly binder: Binder;
}

/** A measure as SQL over columns already computed. */
export function compileMeasure(measure: Measure, parts: MeasureParts): string {
  const inner = (part: Measure) => compileMeasure(part, parts);
  switch (measure.kind) {
    case 'constant':
      return parts.binder.bind(measure.value, 'Float64');
    case 'length':
      return parts.binder.bind(parts.seconds, 'Float64');
    case 'orZero':
      return `coalesce(${inner(measure.of)}, 0)`;
    case 'combine': {
      const right = measure.op === 'divide' ? `nullIf(${inner(measure.right)}, 0)` : inner(measure.right);
      return `(${inner(measure.left)} ${signs[measure.op]} ${right})`;
    }
    default:
      return parts.columnOf(measure);
  }
}
