import type { Expression } from '#domain/kpi/expression.ts';
import type { ColumnKind } from '#domain/kpi/fact-table.ts';
import type { Aggregate, Inside, NextColumn, Source } from '#domain/kpi/measure.ts';
import { columnsOf, findGroupKey, type GroupKey, getDimension } from '#domain/report/dimension.ts';
import type { Cell } from '#domain/report/query.ts';
import { aggregateKey, type Leaders, type Scan, sharedConditions } from '#domain/report/scan/scan.ts';
import { Binder, quoteName } from '../binder.ts';
import { compileAggregates, compileMeasure } from './compile-aggregate.ts';
import { compileExpression, compileInstant, type ExpressionPlace, millisecondsOf } from './compile-expression.ts';
import { compileFilter, type FieldSql } from './compile-filter.ts';
import { compilePlacement, type PlacedRows } from './compile-placement.ts';

/** An excused breach, named by its clock. */
export interface Excuse {
  readonly ticket: string;
  readonly policy: string;
  readonly target: string;
  readonly cycle: number;
}

export interface ScanOptions {
  readonly now: number;
  readonly excuses?: readonly Excuse[];
}

/** Rows come back with `g0…` (the group), `b` (the bucket: its date, or its position), `v0…` (the aggregates) and `t`, not 0 in the row of the total. */
export interface CompiledScan {
  readonly sql: string;
  readonly binder: Binder;
}

/** The scan as one statement, or null where no row can be in it. It means what `evaluateScan` of the domain means. */
export function compileScan(scan: Scan, options: ScanOptions): CompiledScan | null {
  const binder = new Binder();
  const rows = compileRows(scan, options, binder);
  if (!rows) return null;
  const { place, placed, from, conditions } = rows;
  const shared = sharedConditions(scan.aggregates);
  const met = new Set(shared.map((condition) => JSON.stringify(condition)));
  const groups = scan.keys.map((key, index) => `${compileKey(key, placed, binder)} AS g${index}`);
  const bucket = scan.bucketed ? [`${placed.bucket ?? '0'} AS b`] : [];
  const values = compileAggregates(scan.aggregates, met, place, placed.span).map((sql, index) => `${sql} AS v${index}`);
  const where = [...conditions, ...shared.map((condition) => compileExpression(condition, place))];
  // Values of a list exist only once rows are grouped.
  const lists = scan.keys.some((key) => key.kind === 'list');
  if (scan.only && !lists) where.push(compileOnly(scan.only, binder));
  const names = [...scan.keys.map((_, index) => `g${index}`), ...(scan.bucketed ? ['b'] : [])];
  const level = scan.total ? [`grouping(${names.join(', ')}) AS t`] : [];
  const sql = [
    `SELECT ${[...groups, ...bucket, ...level, ...values].join(', ')}`,
    `FROM ${from}`,
    placed.arrayJoin ? `ARRAY JOIN ${placed.arrayJoin}` : '',
    where.length > 0 ? `WHERE ${where.join(' AND ')}` : '',
    names.length > 0 ? compileGrouping(names, scan) : '',
    // Of the levels of a roll-up only the finest and the total are wanted.
    scan.total ? `HAVING t IN (0, ${2 ** names.length - 1})` : '',
    scan.only && lists ? `HAVING ${compileOnly(scan.only, binder)}` : '',
    scan.leaders ? compileLeaders(scan, scan.leaders, options.now, binder) : '',
  ];
  return { sql: sql.filter((line) => line !== '').join('\n'), binder };
}

/**
 * The groups, and the total of them all. A roll-up adds the total up from the groups, by way of levels that nobody asked
 * for; where values themselves are kept, passing all rows once more is faster than handing them from level to level.
 */
function compileGrouping(names: readonly string[], scan: Scan): string {
  const keys = names.join(', ');
  if (!scan.total) return `GROUP BY ${keys}`;
  const keeps = scan.aggregates.some(({ kind }) => kind === 'quantile' || kind === 'distinct');
  return names.length > 1 && keeps ? `GROUP BY GROUPING SETS ((${keys}), ())` : `GROUP BY ${keys} WITH ROLLUP`;
}

/** Where the rows of a scan come from and which of them it takes, before any grouping. */
export interface CompiledRows {
  readonly place: ExpressionPlace;
  readonly placed: PlacedRows;
  readonly from: string;
  /** Of the outer statement; those of the rows themselves may already stand inside `from`. */
  readonly conditions: readonly string[];
}

export function compileRows(scan: Scan, options: ScanOptions, binder: Binder): CompiledRows | null {
  const { source } = scan;
  const base = placeOf(source, options, binder);
  const placed = compilePlacement(scan, base, options.now);
  if (!placed) return null;
  const place = { ...base, moments: { ...base.moments, ...placed.moments }, overlap: placed.overlap };
  const conditions = [...placed.conditions];
  if (scan.filter)
    conditions.push(compileFilter(scan.filter, (field) => compileField(field, source, placed, binder), binder));
  const inner = compileTable(source, scan, options, binder);
  // Rows are dropped before they are copied into buckets.
  if (!placed.arrayJoin) return { place, placed, from: inner.from, conditions: [...inner.conditions, ...conditions] };
  const where = [...inner.conditions, ...conditions].join(' AND ');
  return { place, placed, from: `(SELECT * FROM ${inner.from} WHERE ${where})`, conditions: [] };
}

function placeOf(source: Source, options: ScanOptions, binder: Binder): ExpressionPlace {
  const columns = columnsOf(source.table) as Readonly<Record<string, ColumnKind>>;
  return {
    binder,
    columns: source.next ? { ...columns, [source.next.name]: 'instant' } : columns,
    moments: { now: compileInstant(options.now, binder) },
    overlap: null,
    ...(options.excuses?.length &&
      source.table === 'clocks' && { instead: { excused: excusedSql(options.excuses, binder) } }),
  };
}

function excusedSql(excuses: readonly Excuse[], binder: Binder): string {
  const names = excuses.map(({ ticket, policy, target, cycle }) => JSON.stringify([ticket, policy, target, cycle]));
  const own = 'toJSONString(tuple(ticket, policy, target, cycle))';
  return `(coalesce(excused, false) OR ${own} IN (${binder.bind(names, 'Array(String)')}))`;
}

const ofWorkspace = 'workspace = {workspace:String}';

function compileTable(source: Source, scan: Scan, options: ScanOptions, binder: Binder) {
  if (source.next) return { from: withNext(source, source.next, options, binder), conditions: [] };
  const { placement } = source;
  if (placement.kind === 'span' && placement.inside) {
    return { from: cutInside(source, placement.inside, scan, options, binder), conditions: [] };
  }
  return { from: `${source.table} FINAL`, conditions: [ofWorkspace] };
}

function withNext(source: Source, next: NextColumn, options: ScanOptions, binder: Binder): string {
  const place = placeOf({ ...source, next: undefined } as unknown as Source, options, binder);
  const conditions = [ofWorkspace, ...next.where.map((condition: Expression) => compileExpression(condition, place))];
  const of = quoteName(next.of);
  const window = `PARTITION BY ${next.partition.map(quoteName).join(', ')} ORDER BY ${of}, ticket ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING`;
  return `(SELECT *, leadInFrame(${of}) OVER (${window}) AS ${quoteName(next.name)} FROM ${source.table} FINAL WHERE ${conditions.join(' AND ')})`;
}

const dayMs = 86_400_000;

/** Spans cut to those of another table: both are first cut at midnights of UTC, so that they meet by equality. */
function cutInside(source: Source, inside: Inside, scan: Scan, options: ScanOptions, binder: Binder): string {
  const { from, to } = scan.period;
  const [low, high] = [binder.bind(from, 'Int64'), binder.bind(Math.min(to, options.now), 'Int64')];
  const now = binder.bind(options.now, 'Int64');
  const pieces = (table: string, start: string, end: string, where: readonly string[], columns: string) => {
    const [startMs, endMs] = [`assumeNotNull(${millisecondsOf(start)})`, `coalesce(${millisecondsOf(end)}, ${now})`];
    const conditions = [ofWorkspace, `isNotNull(${start})`, `${startMs} < ${high}`, `${endMs} > ${low}`, ...where];
    return [
      `(SELECT ${columns}, greatest(${startMs}, ${low}, _day * ${dayMs}) AS _from, least(${endMs}, ${high}, (_day + 1) * ${dayMs}) AS _to, _day`,
      `FROM (SELECT * FROM ${table} FINAL WHERE ${conditions.join(' AND ')})`,
      `ARRAY JOIN range(intDiv(greatest(${startMs}, ${low}), ${dayMs}), intDiv(least(${endMs}, ${high}) - 1, ${dayMs}) + 1) AS _day)`,
    ].join(' ');
  };
  const on = quoteName(inside.on);
  const otherPlace = placeOf({ table: inside.table, placement: source.placement, where: [] }, options, binder);
  const otherWhere = inside.where.map((condition) => compileExpression(condition, otherPlace));
  const mine = pieces(source.table, '`from`', '`to`', [], '* EXCEPT (`from`, `to`)');
  const others = pieces(inside.table, quoteName(inside.from), quoteName(inside.to), otherWhere, on);
  const instant = (ms: string) => `fromUnixTimestamp64Milli(${ms}, 'UTC')`;
  return [
    `(SELECT a.*, ${instant('greatest(a._from, z._from)')} AS \`from\`, ${instant('least(a._to, z._to)')} AS \`to\``,
    `FROM ${mine} AS a INNER JOIN ${others} AS z ON a.${on} = z.${on} AND a._day = z._day`,
    `WHERE greatest(a._from, z._from) < least(a._to, z._to))`,
  ].join(' ');
}

/** SQL of a dimension of a row. A list gives one row a value, and one row without any. */
export function compileKey(key: GroupKey, placed: PlacedRows, binder: Binder): string {
  switch (key.kind) {
    case 'hour':
      return placed.hour ?? 'NULL';
    case 'weekday':
      return placed.weekday ?? 'NULL';
    case 'list':
      return `arrayJoin(if(empty(${quoteName(key.name)}), [NULL], arrayMap(item -> toNullable(item), arrayDistinct(${quoteName(key.name)}))))`;
    case 'field': {
      const name = binder.bind(key.name, 'String');
      return `if(mapContains(fields, ${name}), toNullable(fields[${name}]), NULL)`;
    }
    default:
      return quoteName(key.name);
  }
}

function compileField(field: string, source: Source, placed: PlacedRows, binder: Binder): FieldSql {
  const key = findGroupKey(getDimension(field), source.table, source.credit);
  if (!key) return { sql: 'NULL', list: false, number: false };
  if (key.kind === 'list') return { sql: quoteName(key.name), list: true, number: false };
  return { sql: compileKey(key, placed, binder), list: false, number: key.kind === 'hour' || key.kind === 'weekday' };
}

/** The largest groups first, and no more than asked for; equals letter by letter. */
function compileLeaders(scan: Scan, { measure, limit }: Leaders, now: number, binder: Binder): string {
  const values = new Map(scan.aggregates.map((aggregate, index) => [aggregateKey(aggregate), `v${index}`]));
  const columnOf = (aggregate: Aggregate) => values.get(aggregateKey(aggregate)) ?? 'NULL';
  const seconds = Math.max(0, Math.min(scan.period.to, now) - scan.period.from) / 1000;
  const figure = compileMeasure(measure, { columnOf, seconds, binder });
  const ties = scan.keys.map((_, index) => `, g${index} ASC NULLS LAST`).join('');
  return `ORDER BY ${figure} DESC NULLS LAST${ties} LIMIT ${binder.bind(limit, 'UInt32')}`;
}

/** The groups asked for, over the aliases of the group. */
function compileOnly(only: readonly (readonly Cell[])[], binder: Binder): string {
  const texts = only.flatMap((group) => (group.length === 1 && typeof group[0] === 'string' ? [group[0]] : []));
  // The usual case, groups of one text, is looked up in a set.
  if (texts.length > 0 && texts.length === only.length) return `g0 IN (${binder.bind(texts, 'Array(String)')})`;
  const one = (group: readonly Cell[]) =>
    `(${group.map((value, index) => isCell(`g${index}`, value, binder)).join(' AND ')})`;
  return only.length === 0 ? 'false' : `(${only.map(one).join(' OR ')})`;
}

export function isCell(sql: string, value: Cell, binder: Binder): string {
  if (value === null) return `isNull(${sql})`;
  return `${sql} = ${typeof value === 'number' ? binder.bind(value, 'Int64') : binder.bind(value, 'String')}`;
}
