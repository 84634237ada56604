import type { Aggregate } from '#domain/kpi/measure.ts';
import { isAlways } from '#domain/report/scan.ts';
import { compileExpression, type ExpressionPlace } from './compile-expression.ts';

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
