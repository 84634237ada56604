import { and, column, eq, literal } from '../../kpi/expression.ts';
import { type Aggregate, count } from '../../kpi/measure.ts';
import { live, undecided } from '../../kpi/populations.ts';
import type { KpiFigure } from '../../kpi/resolve-kpi.ts';
import type { Filter } from '../filter.ts';
import { fieldsOfFilter } from '../match-filter.ts';
import { findKey } from './group-key.ts';

/** Clocks that run or stand still at the end of the period: they are no hits, so they are said beside the rate. */
const runningClocks: Aggregate = count(
  {
    table: 'clocks',
    placement: { kind: 'stock', from: column('startedAt'), to: literal(null) },
    where: [live],
  },
  undecided,
);

/** Tickets of the population whose instants are only known to lie between two observations. */
function boundedOf(figures: readonly KpiFigure[]): Aggregate | null {
  const sample = figures.map((figure) => figure.sample).find(({ source }) => source.table === 'tickets');
  return sample ? count(sample.source, and(sample.where, eq(column('exact'), false))) : null;
}

/** What a result says of its own honesty: n of each figure, rows only bounded, clocks still running. */
export interface HonestCounts {
  readonly aggregates: readonly Aggregate[];
  readonly read: (valueOfAggregate: (aggregate: Aggregate) => number | null) => {
    readonly n: Readonly<Record<string, number>>;
    readonly bounded: number;
    readonly running: number | null;
  };
}

/** Clocks that run have no hour of day: with a filter on it, nothing can be said of them. */
function canSayRunning(filter: Filter | null): boolean {
  const fields = filter === null ? [] : fieldsOfFilter(filter);
  return fields.every((field) => findKey(field, runningClocks.source, '$.filter') !== null);
}

/** The counts to read along with the total of some figures. */
export function honestCounts(figures: readonly KpiFigure[], filter: Filter | null): HonestCounts {
  const bounded = boundedOf(figures);
  const running = figures.some(({ kpi }) => kpi.countsVerdicts) && canSayRunning(filter) ? runningClocks : null;
  return {
    aggregates: [...figures.map(({ sample }) => sample), ...(bounded ? [bounded] : []), ...(running ? [running] : [])],
    read: (valueOfAggregate) => ({
      n: Object.fromEntries(figures.map(({ ref, sample }) => [ref, valueOfAggregate(sample) ?? 0])),
      bounded: (bounded && valueOfAggregate(bounded)) ?? 0,
      running: running && (valueOfAggregate(running) ?? 0),
    }),
  };
}
