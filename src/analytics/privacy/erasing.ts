import type { Analytics } from '../client.ts';
import type { TableShape } from '../schema.ts';
import { alterTable } from '../table-ddl.ts';

/**
 * What is being erased: the customers, and every key of the journal that speaks of one of them. The rows outlive a crash,
 * so that facts are still found once the journal names nobody any more; they are gone when the erasure is finished.
 */
export const erasingShape: TableShape = {
  name: 'erasing',
  columns: `  workspace LowCardinality(String),
  kind Enum8('customer' = 0, 'ticket' = 1, 'other' = 2),
  key String,
  customer String`,
  engine: 'MergeTree',
  rest: `PARTITION BY workspace
ORDER BY (workspace, kind, key)
SETTINGS fsync_after_insert = 1`,
  shardBy: 'workspace, key',
};

/** The ids of all customers that an event speaks of, as an array in SQL. */
export const customersOfEvent = `arrayDistinct(arrayFilter(id -> id != '', [
  if(JSONType(data, 'customer') = 'String', JSONExtractString(data, 'customer'), ''),
  JSONExtractString(data, 'customer', 'id'),
  if(JSONExtractString(data, 'actor', 'kind') = 'customer', JSONExtractString(data, 'actor', 'id'), '')]))`;

/** Ids a statement: they travel in its parameters, which have a bounded length. */
const IDS_AT_ONCE = 500;

/** Events of one key and the customers to erase from it. */
export interface ErasingKey {
  readonly grain: 'ticket' | 'other';
  readonly key: string;
  readonly customers: readonly string[];
}

export async function markCustomers(analytics: Analytics, workspace: string, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    await analytics.command(
      `INSERT INTO erasing SELECT {workspace:String}, 'customer', id, id FROM (SELECT arrayJoin({ids:Array(String)}) AS id)`,
      { workspace, ids: ids.slice(from, from + IDS_AT_ONCE) },
    );
  }
}

/**
 * Marks the keys whose events after a sequence speak of a marked customer; marked twice is as good as once. With `only`,
 * the id of the one customer marked, most events are passed over without being parsed.
 */
export async function markKeys(
  analytics: Analytics,
  workspace: string,
  { after, only }: { readonly after: number; readonly only: string | null },
): Promise<void> {
  // The journal holds JSON as this process writes it, so an id stands in it exactly so.
  const needle = only === null ? '' : 'AND position(data, {needle:String}) > 0';
  await analytics.command(
    `INSERT INTO erasing
     SELECT DISTINCT {workspace:String}, toString(grain), key, customer
     FROM (
       SELECT grain, key, arrayJoin(${customersOfEvent}) AS customer FROM events
       WHERE workspace = {workspace:String} AND seq > {after:UInt64} ${needle}
     )
     WHERE customer IN (SELECT key FROM erasing WHERE workspace = {workspace:String} AND kind = 'customer')`,
    { workspace, after, ...(only === null ? {} : { needle: JSON.stringify(only) }) },
  );
}

/** Marks one key more, of a marked customer. */
export async function markKey(
  analytics: Analytics,
  workspace: string,
  mark: { readonly grain: ErasingKey['grain']; readonly key: string; readonly customer: string },
): Promise<void> {
  await analytics.command(
    'INSERT INTO erasing SELECT {workspace:String}, {grain:String}, {key:String}, {customer:String}',
    { workspace, ...mark },
  );
}

/** Whether an event speaks of a customer. */
export async function isInJournal(analytics: Analytics, workspace: string, customer: string): Promise<boolean> {
  const found = await analytics.query(
    `SELECT 1 FROM events WHERE workspace = {workspace:String} AND position(data, {needle:String}) > 0
       AND has(${customersOfEvent}, {customer:String}) LIMIT 1`,
    { workspace, customer, needle: JSON.stringify(customer) },
  );
  return found.length > 0;
}

/** The marked keys in key order, tickets first. */
export async function listErasing(analytics: Analytics, workspace: string): Promise<ErasingKey[]> {
  return analytics.query<ErasingKey>(
    `SELECT toString(kind) AS grain, key, arraySort(groupUniqArray(customer)) AS customers FROM erasing
     WHERE workspace = {workspace:String} AND ${isMarked('erasure')} GROUP BY kind, key ORDER BY kind, key`,
    { workspace },
  );
}

/** Every name that the journal and the facts give the marked customers, by id. */
export async function listNames(analytics: Analytics, workspace: string): Promise<Map<string, string[]>> {
  const rows = await analytics.query<{ id: string; names: string[] }>(
    `SELECT id, groupUniqArray(name) AS names FROM (
       SELECT JSONExtractString(data, 'customer', 'id') AS id, JSONExtractString(data, 'customer', 'name') AS name
       FROM events WHERE workspace = {workspace:String} AND (toString(grain), key) IN (${markedKeys('erasure')})
       UNION ALL
       SELECT JSONExtractString(data, 'actor', 'id'), JSONExtractString(data, 'actor', 'name')
       FROM events WHERE workspace = {workspace:String} AND (toString(grain), key) IN (${markedKeys('erasure')})
         AND JSONExtractString(data, 'actor', 'kind') = 'customer'
       UNION ALL
       SELECT ifNull(id, ''), ifNull(name, '') FROM names WHERE workspace = {workspace:String} AND kind = 'customer'
     )
     WHERE name != '' AND id IN (SELECT key FROM erasing WHERE workspace = {workspace:String} AND kind = 'customer')
     GROUP BY id`,
    { workspace },
  );
  return new Map(rows.map(({ id, names }) => [id, names]));
}

/**
 * Why keys are marked: a customer is erased from them, or their time is up. The two never meet, whatever was left half done.
 */
export type MarkedFor = 'erasure' | 'expiry';

/** Grain and key of everything marked, as a subquery. */
export function markedKeys(marked: MarkedFor): string {
  return `SELECT toString(kind), key FROM erasing WHERE workspace = {workspace:String} AND ${isMarked(marked)}`;
}

/** The condition of rows of `erasing` that mark a key. */
export function isMarked(marked: MarkedFor): string {
  return `kind != 'customer' AND customer ${marked === 'expiry' ? '=' : '!='} ''`;
}

/** Whether something is marked, or was by a run that did not come to its end. */
export async function isAnythingMarked(analytics: Analytics, workspace: string): Promise<boolean> {
  const found = await analytics.query('SELECT 1 FROM erasing WHERE workspace = {workspace:String} LIMIT 1', {
    workspace,
  });
  return found.length > 0;
}

/** Forgets what was marked. */
export async function clearErasing(analytics: Analytics, workspace: string): Promise<void> {
  await analytics.command(`${alterTable('erasing', analytics.cluster)} DROP PARTITION {workspace:String}`, {
    workspace,
  });
}
