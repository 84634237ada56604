import { VigieError } from '../error.ts';
import { type Aggregate, aggregatesOf } from '../kpi/measure.ts';
import { type DefaultVariants, resolveFigure } from '../kpi/resolve-figure.ts';
import type { KpiFigure } from '../kpi/resolve-kpi.ts';
import { comparedPeriod } from './compare-period.ts';
import { type Dimension, getDimension } from './dimension.ts';
import { cutPeriod, type Period, parseMoment } from './period.ts';
import type { Cell, QueryMeta, QueryResult, ReportQuery, ResultColumn } from './query.ts';
import { type FigureTable, isOneScan, type RunScan, tabulate } from './scan/figure-table.ts';
import { honestCounts } from './scan/honest-counts.ts';
import { sortGroups, sortLeaders } from './scan/order-groups.ts';

export interface QuestionContext {
  readonly now: number;
  /** The zone of a question that names none. */
  readonly timeZone: string;
  /** The variants meant where the question names none. */
  readonly defaults?: DefaultVariants | undefined;
}

/** The answer without what only the store knows: how fresh the facts are, and the names of ids. */
export type Answer = Omit<QueryResult, 'meta'> & { readonly meta: Omit<QueryMeta, 'freshness' | 'labels'> };

/** More rows than this are refused: nobody reads them, and a finer filter or `top` says what is meant. */
const mostRows = 1_000_000;

/** A question with everything in it found. */
interface Plan {
  readonly query: ReportQuery;
  readonly figures: readonly KpiFigure[];
  readonly dimensions: readonly Dimension[];
  readonly period: Period;
  readonly now: number;
  readonly extra?: readonly Aggregate[];
}

/** The period that a question asks for. Throws `query.bad-date`, `query.empty-period`, `zone.unknown`. */
export function periodOf(query: ReportQuery, timeZone: string): Period {
  const zone = query.timeZone ?? timeZone;
  const [from, to] = [parseMoment(query.from, zone, '$.from'), parseMoment(query.to, zone, '$.to')];
  if (from >= to) throw new VigieError('query.empty-period', { from: query.from, to: query.to }, { path: '$.from' });
  return cutPeriod(zone, from, to, query.every ?? null);
}

/** The figures that a question asks for, in its basis and kind of time. */
export function figuresOf(query: ReportQuery, defaults?: DefaultVariants): KpiFigure[] {
  const { basis = null, time = 'calendar' } = query;
  return query.kpis.map((ref, index) => resolveFigure(ref, { basis, time, defaults, path: `$.kpis[${index}]` }));
}

/**
 * Answers a question by scans of fact tables, whoever runs them: the domain over rows in memory, or the analytics store.
 * Without rows a figure is null (a count 0); each bucket of the period is there for each group found.
 */
export async function answerQuestion(query: ReportQuery, context: QuestionContext, run: RunScan): Promise<Answer> {
  if (query.kpis.length === 0) throw new VigieError('query.no-kpi', {}, { path: '$.kpis' });
  const plan: Plan = {
    query,
    figures: figuresOf(query, context.defaults),
    dimensions: (query.by ?? []).map((id, index) => getDimension(id, `$.by[${index}]`)),
    period: periodOf(query, context.timeZone),
    now: context.now,
  };
  const compared = query.compare ? comparedPeriod(plan.period, query.compare) : null;
  const counts = honestCounts(plan.figures, query.filter ?? null);
  const asked = { ...plan, extra: counts.aggregates };
  const leaders = await findLeaders(asked, run);
  const table = leaders.table ?? (await tableOf(asked, run, leaders));
  const before = compared && (await tableOf({ ...plan, period: compared }, run, leaders));
  return {
    columns: columnsOf(plan),
    rows: rowsOf(plan, leaders.groups, table, before),
    total: [...emptyHead(plan), ...table.totals(), ...(before?.totals() ?? [])],
    meta: { ...metaOf(plan), ...counts.read(table.totalOf), truncated: leaders.truncated },
  };
}

interface FirstGroups {
  /** Null for all of them. */
  readonly groups: readonly (readonly Cell[])[] | null;
  readonly truncated: boolean;
  /** The figures of these groups, where finding them gave all that was asked for. */
  readonly table: FigureTable | null;
}

/** The first `top` groups by the first KPI over the whole period. */
async function findLeaders(plan: Plan, run: RunScan): Promise<FirstGroups> {
  const { query, figures, dimensions } = plan;
  const [first] = figures;
  if (query.top === null || query.top === undefined || dimensions.length === 0 || !first) {
    return { groups: null, truncated: false, table: null };
  }
  const all = plan.period.every === null && isOneCheapScan(figures);
  const asked = { figures: all ? figures : [first], total: all, filter: query.filter ?? null, only: null };
  // One more than asked for tells whether any were left out.
  const table = await tabulate({ ...plan, ...asked, bucketed: false, leaders: query.top + 1 }, run);
  const groups = sortLeaders(table.groups, (group) => table.cells(group, 0)[0] ?? null);
  return { groups: groups.slice(0, query.top), truncated: groups.length > query.top, table: all ? table : null };
}

/** Whether all figures are better read for every group at once than once more for the first groups. */
function isOneCheapScan(figures: readonly KpiFigure[]): boolean {
  const others = figures.slice(1).flatMap(({ measure }) => aggregatesOf(measure));
  return isOneScan(figures) && others.every(({ kind }) => kind !== 'quantile' && kind !== 'distinct');
}

function tableOf(plan: Plan, run: RunScan, { groups }: FirstGroups): Promise<FigureTable> {
  const { query, period } = plan;
  const bucketed = period.every !== null;
  return tabulate({ ...plan, only: groups, bucketed, total: true, filter: query.filter ?? null }, run);
}

function rowsOf(
  plan: Plan,
  leaders: readonly (readonly Cell[])[] | null,
  table: FigureTable,
  before: FigureTable | null,
): Cell[][] {
  const groups = plan.dimensions.length === 0 ? [[]] : (leaders ?? sortGroups(table.groups));
  const { buckets, every } = plan.period;
  const size = groups.length * buckets.length;
  if (size > mostRows) throw new VigieError('query.too-large', { rows: size });
  return buckets.flatMap((bucket, index) =>
    groups.map((group) => [
      ...(every === null ? [] : [bucket.label]),
      ...group,
      ...table.cells(group, index),
      ...(before?.cells(group, index) ?? []),
    ]),
  );
}

function columnsOf({ query, figures, dimensions, period }: Plan): ResultColumn[] {
  const compared = figures.map(({ ref, unit }) => ({ id: `${ref}:${query.compare}`, unit, role: 'compare' }) as const);
  return [
    ...(period.every === null ? [] : [{ id: 'period', unit: 'date', role: 'period' } as const]),
    ...dimensions.map(({ id }) => ({ id, unit: 'text', role: 'dimension' }) as const),
    ...figures.map(({ ref, unit }) => ({ id: ref, unit, role: 'kpi' }) as const),
    ...(query.compare ? compared : []),
  ];
}

const emptyHead = ({ dimensions, period }: Plan): null[] =>
  Array.from({ length: dimensions.length + (period.every === null ? 0 : 1) }, () => null);

function metaOf({ query, figures, period }: Plan) {
  return {
    timeZone: period.timeZone,
    from: query.from,
    to: query.to,
    time: query.time ?? 'calendar',
    definitions: figures.map(({ ref, kpi, variantId, variantFrom, basis }) => ({
      ref,
      kpi: kpi.id,
      variant: Object.keys(kpi.variants).length > 1 ? variantId : null,
      variantFrom,
      version: kpi.version,
      basis,
      population: kpi.population.text.en,
    })),
  };
}
