import type { Analytics } from './client.ts';
import { journalColumns, journalParams } from './native/read-journal.ts';

/** A range of keys of the journal, `[from, to)` in key order (null: no end), of which `keys` were touched. */
export interface TouchedRange {
  readonly grain: 'ticket' | 'other';
  readonly from: string;
  readonly to: string | null;
  readonly keys: number;
}

interface Scope {
  readonly workspace: string;
  readonly grain: 'ticket' | 'other';
  /** Keys with an event in the sequence range `(after, upTo]` are touched. */
  readonly after: number;
  readonly upTo: number;
}

const touched =
  'workspace = {workspace:String} AND grain = {grain:String} AND seq > {after:UInt64} AND seq <= {upTo:UInt64}';

/** Cuts the touched keys into ranges of about `size` keys. */
export async function readBoundaries(analytics: Analytics, scope: Scope & { size: number }): Promise<TouchedRange[]> {
  const heads = await analytics.query<{ key: string; rank: number; total: number }>(
    `WITH ks AS (SELECT groupArray(key) AS keys FROM (SELECT DISTINCT key FROM events WHERE ${touched} ORDER BY key))
     SELECT pair.1 AS key, pair.2 AS rank, length(keys) AS total
     FROM ks ARRAY JOIN arrayFilter((p) -> (p.2 - 1) % {size:UInt32} = 0, arrayZip(keys, arrayEnumerate(keys))) AS pair
     ORDER BY rank`,
    { ...scope },
  );
  return heads.map((head, index) => {
    const next = heads[index + 1];
    const keys = (next ? next.rank : head.total + 1) - head.rank;
    return { grain: scope.grain, from: head.key, to: next?.key ?? null, keys };
  });
}

interface RangeScope extends Scope, TouchedRange {
  readonly grain: 'ticket' | 'other';
  /** Only these keys, touched or not. */
  readonly only?: readonly string[];
}

const isOneOf = (column: string, { only }: RangeScope) => (only ? `AND ${column} IN ({only:Array(String)})` : '');

function inRange(scope: RangeScope, column: string): string {
  return `${column} >= {from:String}${scope.to === null ? '' : ` AND ${column} < {to:String}`}`;
}

function rangeParams(scope: RangeScope) {
  const { workspace, grain, after, upTo, from, to, only } = scope;
  return { workspace, grain, after, upTo, from, ...(to === null ? {} : { to }), ...(only && { only }) };
}

/** Every event of the touched keys of a range, in key order, as RowBinary for `decodeJournal`. */
export async function readRange(analytics: Analytics, scope: RangeScope): Promise<Uint8Array> {
  const narrowed = scope.only
    ? isOneOf('key', scope)
    : scope.after > 0
      ? `AND key IN (SELECT key FROM events WHERE ${touched} AND ${inRange(scope, 'key')})`
      : '';
  return analytics.queryBytes(
    `SELECT ${journalColumns} FROM events
     WHERE workspace = {workspace:String} AND grain = {grain:String} AND ${inRange(scope, 'key')} ${narrowed}
     ORDER BY key, at`,
    { ...rangeParams(scope), ...journalParams },
    'RowBinary',
  );
}

/** How many rows any fold of each ticket of a range made at most, table by table; empty before the first fold. */
export async function readWritten(analytics: Analytics, scope: RangeScope): Promise<Map<string, readonly number[]>> {
  if (scope.grain !== 'ticket') return new Map();
  const rows = await analytics.query<{ ticket: string; counts: number[] }>(
    `SELECT ticket, maxForEach(written) AS counts FROM tickets
     WHERE workspace = {workspace:String} AND ${inRange(scope, 'ticket')} ${isOneOf('ticket', scope)} GROUP BY ticket`,
    rangeParams(scope),
  );
  return new Map(rows.map((row) => [row.ticket, row.counts]));
}
