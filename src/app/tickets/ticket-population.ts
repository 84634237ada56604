import type { Binder } from '#analytics/binder.ts';
import { compileExpression } from '#analytics/scan/compile-expression.ts';
import { compileRows } from '#analytics/scan/compile-scan.ts';
import { VigieError } from '#domain/error.ts';
import { and, coalesce, type Expression, literal, not } from '#domain/kpi/expression.ts';
import type { FactTable } from '#domain/kpi/fact-table.ts';
import { factTables } from '#domain/kpi/facts/index.ts';
import type { Aggregate } from '#domain/kpi/measure.ts';
import { type DefaultVariants, resolveFigure } from '#domain/kpi/resolve-figure.ts';
import type { KpiFigure } from '#domain/kpi/resolve-kpi.ts';
import type { Filter } from '#domain/report/filter.ts';
import { cutPeriod, parseMoment } from '#domain/report/period.ts';
import type { Basis, TimeKind } from '#domain/report/query.ts';
import { whereFacts } from '../reports/where-facts.ts';

/** Which part of the population of a share: all of it, the rows that count for it, or those that do not. */
export type Part = 'all' | 'hit' | 'miss';

export interface Population {
  readonly filter?: Filter | undefined;
  readonly kpi?: string | undefined;
  readonly part: Part;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly basis?: Basis | undefined;
  /** Which clock durations are read from; calendar unless said. */
  readonly time?: TimeKind | undefined;
}

interface Context {
  readonly now: number;
  readonly timeZone: string;
  readonly binder: Binder;
  readonly defaults: DefaultVariants;
}

/** SQL of the tickets asked for, `ticket` and `n`, the rows of the population that each of them has. */
export function compilePopulation(population: Population, context: Context): string {
  return population.kpi === undefined
    ? compileTickets(population, context)
    : compileFigure(population.kpi, population, context);
}

const instants: Readonly<Partial<Record<Basis, string>>> = {
  created: 'createdAt',
  solved: 'solvedAt',
  replied: 'firstReplyAt',
};

/** Live tickets of a filter, those of a period by their creation unless another basis is asked for. */
function compileTickets({ filter, from, to, basis = 'created' }: Population, context: Context): string {
  const { binder, timeZone } = context;
  const column = instants[basis];
  if (column === undefined) {
    const known = Object.keys(instants).join(', ');
    throw new VigieError('query.basis-not-available', { kpi: 'tickets', basis, known }, { path: 'query.basis' });
  }
  const at = (text: string, name: string) =>
    `fromUnixTimestamp64Milli(${binder.bind(parseMoment(text, timeZone, `query.${name}`), 'Int64')}, 'UTC')`;
  const conditions = [
    whereFacts('tickets', filter, binder),
    `outcome = 'live'`,
    ...(from === undefined ? [] : [`${column} >= ${at(from, 'from')}`]),
    ...(to === undefined ? [] : [`${column} < ${at(to, 'to')}`]),
  ];
  return `SELECT ticket, 1 AS n FROM tickets FINAL WHERE ${conditions.join(' AND ')}`;
}

/** The tickets whose rows make up a figure, placed by the KPI's own basis. */
function compileFigure(kpi: string, population: Population, context: Context): string {
  const { basis = null, time = 'calendar' } = population;
  const figure = resolveFigure(kpi, { basis, time, defaults: context.defaults, path: 'query.kpi' });
  const table: FactTable = factTables[figure.sample.source.table];
  if (!table.ofTicket) throw new VigieError('query.no-tickets', { kpi: figure.kpi.id }, { path: 'query.kpi' });
  const { now, timeZone, binder } = context;
  const [from, to] = [
    parseMoment(population.from ?? '1970-01-01', timeZone, 'query.from'),
    parseMoment(population.to ?? '2100-01-01', timeZone, 'query.to'),
  ];
  if (from >= to) {
    const params = { from: population.from ?? '', to: population.to ?? '' };
    throw new VigieError('query.empty-period', params, { path: 'query.from' });
  }
  const rows = compileRows(
    {
      source: figure.sample.source,
      aggregates: [],
      keys: [],
      filter: population.filter ?? null,
      only: null,
      leaders: null,
      period: cutPeriod(timeZone, from, to, null),
      bucketed: false,
    },
    { now },
    binder,
  );
  if (rows === null) return `SELECT '' AS ticket, 0 AS n WHERE false`;
  const conditions = [...rows.conditions, compileExpression(partOf(figure, population.part), rows.place)];
  const join = rows.placed.arrayJoin === null ? '' : `ARRAY JOIN ${rows.placed.arrayJoin}`;
  return `SELECT ticket, count() AS n FROM ${rows.from} ${join} WHERE ${conditions.join(' AND ')} GROUP BY ticket`;
}

function partOf(figure: KpiFigure, part: Part): Expression {
  const all = conditionOf(figure.sample);
  const counted = numeratorOf(figure);
  if (part === 'all' || counted === null) return all;
  const hit = conditionOf(counted);
  return part === 'hit' ? hit : and(all, not(coalesce(hit, literal(false))));
}

const conditionOf = ({ source, where }: Aggregate): Expression => and(...source.where, where);

/** The rows that count for a share: what is divided, where it counts among the same rows. */
function numeratorOf({ measure, sample }: KpiFigure): Aggregate | null {
  if (measure.kind !== 'combine' || measure.op !== 'divide' || measure.left.kind !== 'count') return null;
  return JSON.stringify(measure.left.source) === JSON.stringify(sample.source) ? measure.left : null;
}
