import { and, type Expression } from '../../kpi/expression.ts';
import { type Aggregate, count } from '../../kpi/measure.ts';
import { aggregateKey, inOneCell, type Scan, type ScanRow, sharedConditions } from './scan.ts';

/** Scans of the same rows, of which one has the groups of all the others: its rows answer them all. */
export interface Reading {
  readonly scan: Scan;
  /** The rows of each scan that was asked, of those of the reading. */
  readonly answers: readonly { readonly asked: Scan; rowsOf(rows: readonly ScanRow[]): readonly ScanRow[] }[];
}

const adding = new Set<Aggregate['kind']>(['count', 'sum', 'max']);

/** Whether the rows of a scan can be had by putting those of smaller groups together. */
export function canBeReadTogether(scan: Scan): boolean {
  const whole = scan.only === null && scan.leaders === null && scan.source.next === undefined;
  return whole && inOneCell(scan) && scan.aggregates.every(({ kind }) => adding.has(kind));
}

/** What two scans must share to be answered by one reading: where rows come from, which, and when. */
function rowsRead({ source, filter, period: { from, to, timeZone } }: Scan): string {
  return JSON.stringify({ source, filter, from, to, timeZone });
}

/** The fewest readings that answer some scans, each of which `canBeReadTogether`. */
export function planReadings(scans: readonly Scan[]): Reading[] {
  return [...Map.groupBy(scans, rowsRead).values()].flatMap((together) => {
    const readings: Scan[][] = [];
    for (const scan of together.toSorted((a, b) => finenessOf(b) - finenessOf(a))) {
      const finer = readings.find(([finest]) => covers(finest as Scan, scan));
      if (finer) finer.push(scan);
      else readings.push([scan]);
    }
    return readings.map(readingOf);
  });
}

const finenessOf = ({ keys, bucketed }: Scan) => keys.length + (bucketed ? 1 : 0);
const keysOf = (scan: Scan) => scan.keys.map((key) => JSON.stringify(key));

function covers(finest: Scan, scan: Scan): boolean {
  const known = new Set(keysOf(finest));
  const sameBuckets = finest.bucketed && finest.period.every === scan.period.every;
  return (!scan.bucketed || sameBuckets) && keysOf(scan).every((key) => known.has(key));
}

function readingOf(scans: readonly Scan[]): Reading {
  const [finest] = scans as [Scan];
  if (scans.length === 1) return { scan: finest, answers: [{ asked: finest, rowsOf: (rows) => rows }] };
  const shared = sharedConditions(scans.flatMap(({ aggregates }) => aggregates));
  const presences = scans.map((scan) => presenceIn(scan, shared));
  const aggregates = distinct([...scans.flatMap((scan) => scan.aggregates), ...presences.flatMap((one) => one ?? [])]);
  const places = new Map(aggregates.map((one, index) => [aggregateKey(one), index]));
  const placeOf = (one: Aggregate) => places.get(aggregateKey(one)) as number;
  const groupKeys = keysOf(finest);
  return {
    scan: { ...finest, aggregates, total: false },
    answers: scans.map((scan, index) => {
      const presence = presences[index];
      const keys = keysOf(scan).map((key) => groupKeys.indexOf(key));
      const columns = scan.aggregates.map((one) => ({ kind: one.kind, at: placeOf(one) }));
      const isPresent = (row: ScanRow) => !presence || row.values[placeOf(presence)] !== 0;
      return { asked: scan, rowsOf: (rows) => rollUp(rows.filter(isPresent), scan, keys, columns) };
    }),
  };
}

/**
 * How many rows of a group could count for a scan, where that is not the same for all: a group that only others count in
 * is none of its groups.
 */
function presenceIn(scan: Scan, shared: readonly Expression[]): Aggregate | null {
  const known = new Set(shared.map((condition) => JSON.stringify(condition)));
  const own = sharedConditions(scan.aggregates).filter((condition) => !known.has(JSON.stringify(condition)));
  if (own.length === 0) return null;
  return count({ ...scan.source, where: shared }, own.length === 1 ? own[0] : and(...own));
}

const distinct = (aggregates: readonly Aggregate[]) => [
  ...new Map(aggregates.map((one) => [aggregateKey(one), one])).values(),
];

type Column = { readonly kind: Aggregate['kind']; readonly at: number };

/** Rows of smaller groups as those of a scan, and its total. */
function rollUp(rows: readonly ScanRow[], scan: Scan, keys: readonly number[], columns: readonly Column[]): ScanRow[] {
  const found = new Map<string, { group: ScanRow['group']; bucket: number; values: (number | null)[] }>();
  const whole: ScanRow & { values: (number | null)[] } = { group: [], bucket: 0, values: [], total: true };
  for (const row of rows) {
    const group = keys.map((key) => row.group[key] ?? null);
    const bucket = scan.bucketed ? row.bucket : 0;
    const text = JSON.stringify([group, bucket]);
    const entry = found.get(text) ?? { group, bucket, values: [] };
    found.set(text, entry);
    for (const into of [entry.values, whole.values]) addTo(into, row, columns);
  }
  const total = scan.total && rows.length > 0 ? [whole] : [];
  return [...found.values(), ...total];
}

function addTo(values: (number | null)[], row: ScanRow, columns: readonly Column[]): void {
  columns.forEach(({ kind, at }, index) => {
    const [before, more] = [values[index] ?? null, row.values[at] ?? null];
    if (before === null || more === null) values[index] = before ?? more;
    else values[index] = kind === 'max' ? Math.max(before, more) : before + more;
  });
}
