import type { Moment } from '#domain/kpi/expression.ts';
import type { Placement } from '#domain/kpi/measure.ts';
import { momentsOf } from '#domain/kpi/place-row.ts';
import type { Bucket } from '#domain/report/period.ts';
import { type CutCell, cutCells } from '#domain/report/scan/cells.ts';
import { isOfClock } from '#domain/report/scan/evaluate-scan.ts';
import type { Scan } from '#domain/report/scan/scan.ts';
import { type Binder, quoteName } from '../binder.ts';
import type { ClippedSpan } from './compile-aggregate.ts';
import { compileExpression, compileInstant, type ExpressionPlace, millisecondsOf } from './compile-expression.ts';

/** How rows get to their buckets in SQL. `cell` is SQL of the position of the cell, null where there is but one. */
export interface PlacedRows {
  readonly conditions: readonly string[];
  readonly arrayJoin: string | null;
  readonly bucket: string | null;
  readonly hour: string | null;
  readonly weekday: string | null;
  readonly moments: Readonly<Partial<Record<Moment, string>>>;
  readonly overlap: string | null;
  readonly span: ClippedSpan | null;
}

const roundings = {
  day: (at: string, zone: string) => `toDate(${at}, ${zone})`,
  week: (at: string, zone: string) => `toStartOfWeek(${at}, 1, ${zone})`,
  month: (at: string, zone: string) => `toStartOfMonth(${at}, ${zone})`,
  quarter: (at: string, zone: string) => `toStartOfQuarter(${at}, ${zone})`,
  year: (at: string, zone: string) => `toStartOfYear(${at}, ${zone})`,
};

/** Buckets of a scan: those of its period, or the whole period as one. */
export function bucketsOf(scan: Scan): readonly Bucket[] {
  const { from, to, buckets } = scan.period;
  return scan.bucketed ? buckets : [{ label: '', start: from, end: to }];
}

/** Null where no row can belong to any bucket: a stock or span of the future. */
export function compilePlacement(scan: Scan, place: ExpressionPlace, now: number): PlacedRows | null {
  const { placement } = scan.source;
  if (placement.kind === 'instant') return placeInstant(scan, placement.at, place);
  const ends = { from: compileExpression(placement.from, place), to: compileExpression(placement.to, place) };
  return placement.kind === 'stock'
    ? placeStock(scan, ends, place.binder, now)
    : placeSpans(scan, ends, place.binder, now);
}

type Instant = Extract<Placement, { kind: 'instant' }>['at'];

function placeInstant(scan: Scan, instant: Instant, place: ExpressionPlace): PlacedRows {
  const { binder } = place;
  const at = compileExpression(instant, place);
  const { from, to, every } = scan.period;
  const zone = binder.bind(scan.period.timeZone, 'String');
  const [low, high] = [compileInstant(from, binder), compileInstant(to, binder)];
  return {
    conditions: [...hintOf(instant, low, high), `${at} >= ${low}`, `${at} < ${high}`],
    arrayJoin: null,
    bucket: scan.bucketed && every ? roundings[every](at, zone) : null,
    hour: `toHour(${at}, ${zone})`,
    weekday: `toDayOfWeek(${at}, 0, ${zone})`,
    moments: {},
    overlap: null,
    span: null,
  };
}

/**
 * Columns of which the first that is known is the instant, wherever there is one; null where an instant is made otherwise.
 * What the store knows of them for a whole granule then says whether any of its rows can lie in the period.
 */
function firstKnownOf(instant: Instant): readonly string[] | null {
  if (instant.op === 'column') return [instant.name];
  if (instant.op === 'if' && isNothing(instant.otherwise)) return firstKnownOf(instant.then);
  if (instant.op !== 'coalesce') return null;
  const parts = instant.args.map(firstKnownOf);
  return parts.includes(null) ? null : parts.flatMap((columns) => columns ?? []);
}

const isNothing = (instant: Instant) => instant.op === 'literal' && instant.value === null;

/** What the store may leave out granules by; it is not asked of any row. */
function hintOf(instant: Instant, low: string, high: string): string[] {
  const columns = firstKnownOf(instant);
  if (columns === null || columns.length < 2) return [];
  const known = `coalesce(${columns.map(quoteName).join(', ')})`;
  return [`indexHint(${known} >= ${low} AND ${known} < ${high})`];
}

/** How many of the rising boundaries lie before an instant: a binary search, then a table of positions. */
function countBefore(boundaries: readonly number[], instantMs: string, binder: Binder): string {
  const lowest = -9_000_000_000_000_000;
  const list = binder.bind([lowest, ...boundaries], 'Array(Int64)');
  const positions = binder.bind([0, ...boundaries.map((_, index) => index + 1)], 'Array(UInt32)');
  return `transform(roundDown(${instantMs} - 1, ${list}), ${list}, ${positions}, 0)`;
}

interface Ends {
  readonly from: string;
  readonly to: string;
}

const unplaced = { hour: null, weekday: null, overlap: null, span: null } as const;
const pick = (values: readonly unknown[], type: string, cell: string, binder: Binder) =>
  `${binder.bind(values, `Array(${type})`)}[${cell} + 1]`;

function placeStock(scan: Scan, { from, to }: Ends, binder: Binder, now: number): PlacedRows | null {
  const closings = bucketsOf(scan).flatMap((bucket) => momentsOf(bucket, now).at ?? []);
  const [only] = closings;
  if (only === undefined) return null;
  if (closings.length === 1) {
    const at = compileInstant(only, binder);
    return {
      ...unplaced,
      conditions: [`${from} <= ${at}`, `(isNull(${to}) OR ${to} > ${at})`],
      arrayJoin: null,
      bucket: scan.bucketed ? '0' : null,
      moments: { at },
    };
  }
  const last = compileInstant(closings.at(-1) as number, binder);
  const first = compileInstant(only, binder);
  const fromMs = `assumeNotNull(${millisecondsOf(from)})`;
  const toMs = `coalesce(${millisecondsOf(to)}, 9000000000000000)`;
  const [low, high] = [countBefore(closings, fromMs, binder), countBefore(closings, toMs, binder)];
  return {
    ...unplaced,
    conditions: [`${from} <= ${last}`, `(isNull(${to}) OR ${to} > ${first})`],
    arrayJoin: `range(toUInt32(${low}), toUInt32(${high})) AS _cell`,
    bucket: '_cell',
    moments: { at: `fromUnixTimestamp64Milli(${pick(closings, 'Int64', '_cell', binder)}, 'UTC')` },
  };
}

function placeSpans(scan: Scan, { from, to }: Ends, binder: Binder, now: number): PlacedRows | null {
  const byHour = scan.keys.some(isOfClock);
  const cells = cutCells({ ...scan.period, buckets: bucketsOf(scan) }, now, byHour);
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return null;
  const fromMs = `assumeNotNull(${millisecondsOf(from)})`;
  const toMs = `coalesce(${millisecondsOf(to)}, 9000000000000000)`;
  const conditions = [
    `${from} <= ${compileInstant(last.end, binder)}`,
    `(isNull(${to}) OR ${to} > ${compileInstant(first.start, binder)})`,
  ];
  const single = cells.length === 1;
  const start = single ? binder.bind(first.start, 'Int64') : pick(starts(cells), 'Int64', '_cell', binder);
  const end = single ? binder.bind(first.end, 'Int64') : pick(ends(cells), 'Int64', '_cell', binder);
  const span = { from: `greatest(${fromMs}, ${start})`, to: `greatest(${fromMs}, least(${toMs}, ${end}))` };
  const low = countBefore(ends(cells), fromMs, binder);
  const high = countBefore(starts(cells), toMs, binder);
  return {
    conditions,
    arrayJoin: single ? null : `range(toUInt32(${low}), toUInt32(${high})) AS _cell`,
    bucket: single
      ? '0'
      : pick(
          cells.map((cell) => cell.bucket),
          'UInt32',
          '_cell',
          binder,
        ),
    hour: byHour
      ? pick(
          cells.map((cell) => cell.hour),
          'UInt8',
          single ? '0' : '_cell',
          binder,
        )
      : null,
    weekday: byHour
      ? pick(
          cells.map((cell) => cell.weekday),
          'UInt8',
          single ? '0' : '_cell',
          binder,
        )
      : null,
    moments: {
      start: `fromUnixTimestamp64Milli(${start}, 'UTC')`,
      end: `fromUnixTimestamp64Milli(${end}, 'UTC')`,
    },
    overlap: `(greatest(0, ${span.to} - ${span.from}) / 1000)`,
    span,
  };
}

const starts = (cells: readonly CutCell[]) => cells.map((cell) => cell.start);
const ends = (cells: readonly CutCell[]) => cells.map((cell) => cell.end);
