import type { Analytics } from '../client.ts';
import { journalColumns, journalParams } from './read-journal.ts';

/** Tickets created in a period, `[from, to)` in epoch ms. */
interface Created {
  readonly workspace: string;
  readonly from: number;
  readonly to: number;
}

/** A range of their keys, `[first, end)` in key order (null: no end). */
export interface CreatedRange {
  readonly first: string;
  readonly end: string | null;
  readonly tickets: number;
}

const created = `workspace = {workspace:String} AND outcome = 'live'
  AND createdAt >= fromUnixTimestamp64Milli({from:Int64}, 'UTC') AND createdAt < fromUnixTimestamp64Milli({to:Int64}, 'UTC')`;

/** Cuts the live tickets created in a period into ranges of about `size`. */
export async function cutCreated(
  analytics: Analytics,
  { size, ...scope }: Created & { readonly size: number },
): Promise<CreatedRange[]> {
  const heads = await analytics.query<{ ticket: string; rank: number; total: number }>(
    `WITH ks AS (SELECT groupArray(ticket) AS keys FROM (SELECT ticket FROM tickets FINAL WHERE ${created} ORDER BY ticket))
     SELECT pair.1 AS ticket, pair.2 AS rank, length(keys) AS total
     FROM ks ARRAY JOIN arrayFilter((p) -> (p.2 - 1) % {size:UInt32} = 0, arrayZip(keys, arrayEnumerate(keys))) AS pair
     ORDER BY rank`,
    { ...scope, size },
  );
  return heads.map((head, index) => {
    const next = heads[index + 1];
    const tickets = (next ? next.rank : head.total + 1) - head.rank;
    return { first: head.ticket, end: next?.ticket ?? null, tickets };
  });
}

/** Every event up to a sequence of the tickets of a range, in key order, as RowBinary for `decodeJournal`. */
export async function readCreated(
  analytics: Analytics,
  { first, end, upTo, ...scope }: Created & Pick<CreatedRange, 'first' | 'end'> & { readonly upTo: number },
): Promise<Uint8Array> {
  const inRange = (column: string) =>
    `${column} >= {first:String}${end === null ? '' : ` AND ${column} < {end:String}`}`;
  return analytics.queryBytes(
    `SELECT ${journalColumns} FROM events
     WHERE workspace = {workspace:String} AND grain = 'ticket' AND ${inRange('key')} AND seq <= {upTo:UInt64}
       AND key IN (SELECT ticket FROM tickets FINAL WHERE ${created} AND ${inRange('ticket')})
     ORDER BY key, at`,
    { ...scope, first, upTo, ...(end === null ? {} : { end }), ...journalParams },
    'RowBinary',
  );
}
