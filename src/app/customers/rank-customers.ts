import type { Binder } from '#analytics/binder.ts';
import { compileMeasure } from '#analytics/scan/compile-aggregate.ts';
import { compileScan } from '#analytics/scan/compile-scan.ts';
import { aggregatesOf } from '#domain/kpi/measure.ts';
import { resolveFigure } from '#domain/kpi/resolve-figure.ts';
import type { KpiFigure } from '#domain/kpi/resolve-kpi.ts';
import { periodOf } from '#domain/report/answer-question.ts';
import type { CustomerGroup } from '#domain/report/customer-figures.ts';
import type { Filter } from '#domain/report/filter.ts';
import { fieldsOfFilter } from '#domain/report/match-filter.ts';
import { groupKeyOf } from '#domain/report/scan/group-key.ts';
import { aggregateKey, type Scan } from '#domain/report/scan/scan.ts';
import { getDefaultVariants } from '#records/definitions/default-variants.ts';
import { listPseudonyms } from '#records/erasures.ts';
import type { App } from '../app.ts';
import { whereFacts } from '../reports/where-facts.ts';
import type { AskedPeriod } from './read-period.ts';

/** A place in the order: those without a figure come after all others. */
export interface RankPlace {
  readonly missing: number;
  readonly value: number;
  readonly id: string;
}

export interface Ranking {
  readonly by: CustomerGroup;
  readonly period: AskedPeriod;
  readonly filter: Filter | undefined;
  /** The figure that they are ordered by, from large to small or the other way; equals by id. */
  readonly ref: string;
  readonly descends: boolean;
  /** Only those with so many rows behind the figure. */
  readonly least: number;
  /** Part of an id or a name; with it, those without a figure are found too, however few rows are behind one. */
  readonly search: string | null;
  readonly after: RankPlace | null;
  readonly limit: number;
}

/**
 * Customers ordered by a figure of the KPI language, from a place on, and how many there are in all. Those who were erased
 * are left out. Throws what a question to the KPI language throws.
 */
export async function rankCustomers(app: App, ranking: Ranking): Promise<{ places: RankPlace[]; total: number }> {
  const { binder, sql } = await compileRanking(app, ranking);
  const descends = ranking.descends ? 'DESC' : 'ASC';
  const rows = await app.analytics.query<{ id: string; figure: number | null; total: number }>(
    `SELECT id, figure, total FROM (SELECT id, figure, count() OVER () AS total FROM (${sql}))
     WHERE ${compileAfter(ranking, binder)}
     ORDER BY isNull(figure), figure ${descends}, id LIMIT ${binder.bind(ranking.limit, 'UInt32')}`,
    binder.params(app.workspace),
  );
  const places = rows.map(({ id, figure }) => ({ missing: figure === null ? 1 : 0, value: figure ?? 0, id }));
  return { places, total: rows[0]?.total ?? 0 };
}

async function compileRanking(app: App, ranking: Ranking): Promise<{ binder: Binder; sql: string }> {
  const { by, period, filter, ref, search } = ranking;
  const defaults = await getDefaultVariants(app.records, app.workspace);
  const figure = resolveFigure(ref, { basis: null, time: period.time, defaults, path: 'query.sort' });
  const scan = scanOf(figure, ranking);
  const compiled = compileScan(scan, { now: app.now() });
  if (compiled === null) throw new Error(`${ref} orders no customers: it is of the future.`);
  const { binder } = compiled;
  const columns = new Map(scan.aggregates.map((aggregate, index) => [aggregateKey(aggregate), `v${index}`]));
  const columnOf = (aggregate: Scan['aggregates'][number]) => columns.get(aggregateKey(aggregate)) ?? 'NULL';
  const measure = compileMeasure(figure.measure, { columnOf, seconds: 0, binder });
  const hidden = binder.bind(await listPseudonyms(app.records, app.workspace), 'Array(String)');
  const ranked = `SELECT assumeNotNull(toString(g0)) AS id, CAST(${measure} AS Nullable(Float64)) AS figure, ${columnOf(figure.sample)} AS n
    FROM (${compiled.sql}) WHERE isNotNull(g0) AND id NOT IN (${hidden}) AND isNotNull(figure)`;
  if (search === null) return { binder, sql: `${ranked} AND n >= ${binder.bind(ranking.least, 'UInt32')}` };
  const known = `SELECT assumeNotNull(toString(\`${by}\`)) AS id FROM tickets FINAL
    WHERE ${whereFacts('tickets', filter, binder)} AND outcome = 'live' AND isNotNull(\`${by}\`)
      AND ${compileSearch(by, search, binder)} AND id NOT IN (${hidden}) GROUP BY id`;
  const sql = `SELECT known.id AS id, ranked.figure AS figure
    FROM (${known}) AS known LEFT JOIN (${ranked}) AS ranked ON ranked.id = known.id`;
  return { binder, sql };
}

function scanOf(figure: KpiFigure, { by, period, filter }: Ranking): Scan {
  const { source, kpi } = figure;
  for (const field of filter === undefined ? [] : fieldsOfFilter(filter))
    groupKeyOf(field, source, kpi.id, 'query.filter');
  const known = new Map([...aggregatesOf(figure.measure), figure.sample].map((each) => [aggregateKey(each), each]));
  return {
    source: { ...source, where: [] },
    aggregates: [...known.values()],
    keys: [groupKeyOf(by, source, kpi.id, 'query.by')],
    filter: filter ?? null,
    only: null,
    period: periodOf({ kpis: [], from: period.from, to: period.to }, period.timeZone),
    bucketed: false,
    leaders: null,
  };
}

function compileSearch(by: CustomerGroup, search: string, binder: Binder): string {
  const holds = (column: string) =>
    `positionCaseInsensitiveUTF8(coalesce(${column}, ''), ${binder.bind(search, 'String')}) > 0`;
  if (by === 'company') return holds('company');
  const named = `SELECT id FROM names FINAL WHERE workspace = {workspace:String} AND kind = 'customer' AND ${holds('name')}`;
  return `(${holds('customer')} OR customer IN (${named}))`;
}

function compileAfter({ after, descends }: Ranking, binder: Binder): string {
  if (after === null) return 'true';
  const later = `id > ${binder.bind(after.id, 'String')}`;
  if (after.missing !== 0) return `isNull(figure) AND ${later}`;
  const value = binder.bind(after.value, 'Float64');
  return `(isNull(figure) OR figure ${descends ? '<' : '>'} ${value} OR (figure = ${value} AND ${later}))`;
}
