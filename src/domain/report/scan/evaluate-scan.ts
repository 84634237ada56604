import { evaluateAggregate } from '../../kpi/evaluate-measure.ts';
import { type Expression, evaluate, type Scope, type Value } from '../../kpi/expression.ts';
import type { FactTableName } from '../../kpi/facts/index.ts';
import type { Aggregate, NextColumn, Placement, Source } from '../../kpi/measure.ts';
import { extentOf, placeRow, readColumn } from '../../kpi/place-row.ts';
import { wallClockAt } from '../../time/zone.ts';
import { findGroupKey, type GroupKey, getDimension } from '../dimension.ts';
import { compileFilter, type FieldValue } from '../match-filter.ts';
import type { Cell } from '../query.ts';
import { type CutCell, cutCells } from './cells.ts';
import { type Scan, type ScanRow, sharedConditions } from './scan.ts';
import type { ListRow } from './spread.ts';

export type FactRows = Readonly<Partial<Record<FactTableName, readonly object[]>>>;

/** What a scan means, over rows in memory. The analytics store answers the same scan in SQL. */
export function evaluateScan(scan: Scan, facts: FactRows, now: number): ScanRow[] {
  if (scan.total) {
    const whole = evaluateScan({ ...scan, keys: [], bucketed: false, total: false }, facts, now);
    return [...evaluateScan({ ...scan, total: false }, facts, now), ...whole.map((row) => ({ ...row, total: true }))];
  }
  return placeRows(scan, facts, now).map(({ group, bucket, scopes }) => ({
    group,
    bucket,
    values: scan.aggregates.map((aggregate) => evaluateAggregate(aggregate, inPopulation(scopes, aggregate.source))),
  }));
}

/** The numbers that one of the quantiles of a scan is taken from, in each group and bucket. */
export function evaluateLists(scan: Scan, quantile: Aggregate, facts: FactRows, now: number): ListRow[] {
  const { of, where, source } = quantile;
  if (of === null) throw new Error('A quantile needs a value to read.');
  return placeRows(scan, facts, now).map(({ group, bucket, scopes }) => {
    const counted = inPopulation(scopes, source).filter(isTrueOf(where));
    const known = counted.map((scope) => evaluate(of, scope)).filter((value) => value !== null);
    return { group, bucket, numbers: Float64Array.from(known, Number).sort() };
  });
}

interface PlacedRows {
  readonly group: readonly Cell[];
  readonly bucket: number;
  readonly scopes: readonly Scope[];
}

/** The rows of each group and bucket of a scan. */
function placeRows(scan: Scan, facts: FactRows, now: number): PlacedRows[] {
  const { source } = scan;
  const rows = matchingRows(scan, prepareRows(source, facts, now), now);
  const wanted = scan.only && new Set(scan.only.map((group) => JSON.stringify(group)));
  const found = new Map<string, { group: Cell[]; bucket: number; scopes: Scope[] }>();
  const cells = cellsOf(scan, now);
  const shared = sharedConditions(scan.aggregates);
  for (const row of rows) {
    for (const cell of reachedCells(cells, extentOf(row, source.placement, now))) {
      const scope = placeRow(row, source.placement, { ...cell, label: '' }, now);
      if (!scope || !shared.every(isTrue(scope))) continue;
      for (const group of groupsOf(row, scope, cell, scan)) {
        if (wanted && !wanted.has(JSON.stringify(group))) continue;
        const key = JSON.stringify([group, cell.bucket]);
        const entry = found.get(key) ?? { group, bucket: cell.bucket, scopes: [] };
        found.set(key, entry);
        entry.scopes.push(scope);
      }
    }
  }
  return [...found.values()];
}

/** Cells that a row may belong to: those from the first that ends no earlier than the row begins. */
function* reachedCells(cells: readonly CutCell[], extent: { from: number; to: number } | null): Generator<CutCell> {
  if (extent === null) return;
  let low = 0;
  for (let high = cells.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((cells[middle] as CutCell).end < extent.from) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < cells.length && (cells[index] as CutCell).start <= extent.to; index++) {
    yield cells[index] as CutCell;
  }
}

const isTrueOf = (condition: Expression) => (scope: Scope) => evaluate(condition, scope) === true;
const isTrue = (scope: Scope) => (condition: Expression) => evaluate(condition, scope) === true;
const inPopulation = (scopes: readonly Scope[], source: Source) =>
  scopes.filter((scope) => source.where.every(isTrue(scope)));

function cellsOf(scan: Scan, now: number): readonly CutCell[] {
  const { from, to } = scan.period;
  const period = scan.bucketed ? scan.period : { ...scan.period, buckets: [{ label: '', start: from, end: to }] };
  const spans = scan.source.placement.kind === 'span';
  if (spans) return cutCells(period, now, scan.keys.some(isOfClock));
  return period.buckets.map((bucket, index) => ({ ...bucket, bucket: index, hour: null, weekday: null }));
}

export const isOfClock = (key: GroupKey) => key.kind === 'hour' || key.kind === 'weekday';

function groupsOf(row: object, scope: Scope, cell: CutCell, scan: Scan): Cell[][] {
  return scan.keys.reduce<Cell[][]>(
    (groups, key) => {
      const values = key.kind === 'list' ? listOf(row, key) : [valueOfKey(row, key, scope, cell, scan)];
      return groups.flatMap((group) => values.map((value) => [...group, value]));
    },
    [[]],
  );
}

function listOf(row: object, key: GroupKey): Cell[] {
  const values = [...new Set(readColumn(row, key.name) as readonly string[])];
  return values.length === 0 ? [null] : values;
}

function valueOfKey(row: object, key: GroupKey, scope: Scope, cell: CutCell, scan: Scan): Cell {
  if (!isOfClock(key)) return readKey(row, key) as Cell;
  const { placement } = scan.source;
  if (placement.kind !== 'instant') return key.kind === 'hour' ? cell.hour : cell.weekday;
  const at = evaluate(placement.at, scope) as number | null;
  if (at === null) return null;
  const clock = wallClockAt(scan.period.timeZone, at);
  return key.kind === 'hour' ? clock.hour : clock.weekday + 1;
}

/** The value of a dimension on a row: a list for tags, null where there is none. */
function readKey(row: object, key: GroupKey): unknown {
  if (key.kind !== 'field') return readColumn(row, key.name);
  const fields = readColumn(row, 'fields') as Readonly<Record<string, string>> | null;
  return fields?.[key.name] ?? null;
}

function matchingRows(scan: Scan, rows: readonly object[], now: number): readonly object[] {
  const { filter, source } = scan;
  if (!filter) return rows;
  const matches = compileFilter<object>(filter, (field) => {
    const key = findGroupKey(getDimension(field), source.table, source.credit);
    if (key === null) return () => null;
    if (!isOfClock(key)) return (row) => readKey(row, key) as FieldValue;
    const cell = { label: '', start: 0, end: 0, bucket: 0, hour: null, weekday: null };
    return (row) => valueOfKey(row, key, scopeOf(row, now), cell, scan);
  });
  return rows.filter(matches);
}

function prepareRows(source: Source, facts: FactRows, now: number): readonly object[] {
  const rows = facts[source.table] ?? [];
  if (source.next) return withNext(rows, source.next, now);
  return source.placement.kind === 'span' && source.placement.inside
    ? cutInside(rows, source.placement, facts, now)
    : rows;
}

function scopeOf(row: object, now: number): Scope {
  const moments = { now, at: null, start: null, end: null };
  return { column: (name) => readColumn(row, name) as Value, moments, overlapSeconds: null };
}

/** Adds to each row the instant of the next one of its partition, in the order of time, then of ticket. */
function withNext(rows: readonly object[], next: NextColumn, now: number): object[] {
  const looked = rows.filter((row) => next.where.every(isTrue(scopeOf(row, now))));
  const at = (row: object) => (readColumn(row, next.of) as number | null) ?? Number.POSITIVE_INFINITY;
  const ticket = (row: object) => String(readColumn(row, 'ticket'));
  const sorted = looked.toSorted((a, b) => at(a) - at(b) || (ticket(a) < ticket(b) ? -1 : 1));
  const last = new Map<string, number | null>();
  return sorted.toReversed().map((row) => {
    const partition = JSON.stringify(next.partition.map((name) => readColumn(row, name)));
    const following = last.get(partition) ?? null;
    last.set(partition, readColumn(row, next.of) as number | null);
    return { ...row, [next.name]: following };
  });
}

/** Each span cut to each span of the other table that shares the column; what is outside is gone. */
function cutInside(rows: readonly object[], placement: Placement, facts: FactRows, now: number): object[] {
  if (placement.kind !== 'span' || !placement.inside) return [];
  const { inside } = placement;
  const end = (row: object, name: string) => (readColumn(row, name) as number | null) ?? now;
  const others = (facts[inside.table] ?? [])
    .filter((row) => inside.where.every(isTrue(scopeOf(row, now))) && readColumn(row, inside.from) !== null)
    .map((row) => ({
      key: readColumn(row, inside.on),
      from: readColumn(row, inside.from) as number,
      to: end(row, inside.to),
    }));
  const byKey = Map.groupBy(others, ({ key }) => key);
  return rows.flatMap((row) => {
    const shared = readColumn(row, inside.on);
    const [start, stop] = [readColumn(row, 'from') as number | null, end(row, 'to')];
    if (shared === null || start === null) return [];
    return (byKey.get(shared) ?? []).flatMap((other) => {
      const [from, to] = [Math.max(start, other.from), Math.min(stop, other.to)];
      return from < to ? [{ ...row, from, to }] : [];
    });
  });
}
