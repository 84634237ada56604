import type { Aggregate, Measure } from '#domain/kpi/measure.ts';
import { isAlways } from '#domain/report/scan/scan.ts';
import type { Binder } from '../binder.ts';
import { compileExpression, type ExpressionPlace, signs } from './compile-expression.ts';

/** SQL of the span of a row within its cell, in epoch milliseconds. */
export interface ClippedSpan {
  readonly from: string;
  readonly to: string;
}

interface Call {
  readonly aggregate: Aggregate;
  /** SQL of the conditions that are the aggregate's alone; empty for none. */
  readonly condition: string;
  readonly of: string;
}

/**
 * Aggregates as SQL, over rows that already meet the conditions in `met` (those that the whole scan shares). Counts of
 * nothing are 0, all else null.
 */
export function compileAggregates(
  aggregates: readonly Aggregate[],
  met: ReadonlySet<string>,
  place: ExpressionPlace,
  span: ClippedSpan | null,
): string[] {
  const calls = aggregates.map((aggregate) => {
    const conditions = [...aggregate.source.where, aggregate.where].filter(
      (condition) => !isAlways(condition) && !met.has(JSON.stringify(condition)),
    );
    const condition = conditions.map((part) => compileExpression(part, place)).join(' AND ');
    return { aggregate, condition, of: aggregate.of === null ? '' : compileExpression(aggregate.of, place) };
  });
  return calls.map((call) => {
    const { kind } = call.aggregate;
    if (kind === 'quantile') return compileQuantile(call, calls);
    if (kind === 'count') return apply('count', '', call.condition);
    if (kind !== 'peak') return apply(functions[kind], call.of, call.condition);
    if (!span) throw new Error('A peak needs spans.');
    return apply('maxIntersections', `${span.from}, ${span.to}`, call.condition);
  });
}

function apply(name: string, values: string, condition: string, levels = ''): string {
  const args = [values, condition].filter((part) => part !== '').join(', ');
  return `${name}${condition === '' ? '' : 'If'}${levels}(${args})`;
}

/** Quantiles of the same values keep those values once: each asks the same function for all levels and takes its own. */
function compileQuantile(call: Call, calls: readonly Call[]): string {
  const levelOf = ({ aggregate }: Call) => aggregate.level ?? 0.5;
  const together = calls.filter(
    ({ aggregate, condition, of }) => aggregate.kind === 'quantile' && condition === call.condition && of === call.of,
  );
  if (together.length === 1)
    return apply('quantileExactInclusiveOrNull', call.of, call.condition, `(${levelOf(call)})`);
  const known = [call.condition, `isNotNull(${call.of})`].filter((part) => part !== '').join(' AND ');
  const all = apply(
    'quantilesExactInclusive',
    `assumeNotNull(${call.of})`,
    known,
    `(${together.map(levelOf).join(', ')})`,
  );
  return `${all}[${together.indexOf(call) + 1}]`;
}

const functions = { sum: 'sumOrNull', mean: 'avgOrNull', max: 'maxOrNull', distinct: 'uniqExact' } as const;

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
