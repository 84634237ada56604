import { setTimeout as sleep } from 'node:timers/promises';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import type { Analytics } from '../client.ts';
import { lastFactVersion } from '../native/fact-version.ts';
import { keyColumn } from '../schema.ts';
import { alterTable } from '../table-ddl.ts';
import { isMarked, type MarkedFor, markedKeys } from './erasing.ts';

interface Scope {
  readonly workspace: string;
  /** Events of a higher sequence stay, and facts of such: they were written since. */
  readonly upTo: number;
  readonly marked: MarkedFor;
}

const POLL_MS = 25;

/** Removes the events of the marked keys up to a sequence. */
export async function removeEvents(analytics: Analytics, scope: Scope): Promise<void> {
  const condition = `seq <= {upTo:UInt64} AND (toString(grain), key) IN (${markedKeys(scope.marked)})`;
  await removeRows(analytics, new Map([['events', condition]]), scope);
}

/** Removes the facts of the marked keys up to a sequence, and not only those that a newer one replaced, with the names. */
export async function removeFactRows(analytics: Analytics, scope: Scope): Promise<void> {
  const names = Object.keys(factTables) as FactTableName[];
  const conditions = names.map(
    (name) => [name, `version <= {upTo:UInt64} AND ${conditionOf(name, scope.marked)}`] as const,
  );
  await removeRows(analytics, new Map(conditions), { ...scope, upTo: lastFactVersion(scope.upTo) });
}

function conditionOf(name: FactTableName, marked: MarkedFor): string {
  const table = factTables[name];
  const keys = (condition: string) => `(SELECT key FROM erasing WHERE workspace = {workspace:String} AND ${condition})`;
  if (name === 'names') return `kind = 'customer' AND id IN ${keys(`kind = 'customer'`)}`;
  return `${keyColumn(table)} IN ${keys(`kind = '${table.ofTicket ? 'ticket' : 'other'}' AND ${isMarked(marked)}`)}`;
}

/** Removes the names of customers of whom no ticket and no subscription is left. */
export async function removeLooseNames(analytics: Analytics, workspace: string): Promise<void> {
  const left = ['tickets', 'subscriptions'].map(
    (table) => `(SELECT ifNull(customer, '') FROM ${table} FINAL WHERE workspace = {workspace:String})`,
  );
  const condition = `kind = 'customer' AND ${left.map((ids) => `id NOT IN ${ids}`).join(' AND ')}`;
  await removeRows(analytics, new Map([['names', condition]]), { workspace });
}

/** Forgets which keys were marked as expired, and nothing else. */
export async function unmarkExpired(analytics: Analytics, workspace: string): Promise<void> {
  await removeRows(analytics, new Map([['erasing', isMarked('expiry')]]), { workspace });
}

/**
 * Rewrites the parts of some tables without certain rows, and resolves when the rows are gone. The tables are rewritten
 * side by side in the background of the store, which answers questions meanwhile; a cluster is waited for table by table.
 */
async function removeRows(
  analytics: Analytics,
  conditions: ReadonlyMap<string, string>,
  { workspace, upTo = 0 }: { readonly workspace: string; readonly upTo?: number },
): Promise<void> {
  const { cluster } = analytics;
  const sync = cluster === null ? 0 : 2;
  for (const [table, condition] of conditions) {
    await analytics.command(
      `${alterTable(table, cluster)} DELETE WHERE workspace = {workspace:String} AND ${condition}
       SETTINGS mutations_sync = ${sync}`,
      { workspace, upTo },
    );
  }
  if (cluster !== null) return;
  while (await isRewriting(analytics, { workspace, tables: [...conditions.keys()] })) await sleep(POLL_MS);
}

/** Whether tables are still being rewritten; throws what the store says where it cannot. */
async function isRewriting(
  analytics: Analytics,
  params: { readonly workspace: string; readonly tables: readonly string[] },
): Promise<boolean> {
  const rows = await analytics.query<{ table: string; reason: string }>(
    `SELECT table, latest_fail_reason AS reason FROM system.mutations
     WHERE database = currentDatabase() AND table IN ({tables:Array(String)}) AND NOT is_done
       AND {workspace:String} != ''`,
    params,
  );
  const failed = rows.find(({ reason }) => reason !== '');
  if (failed !== undefined) throw new Error(`${failed.table} could not be rewritten: ${failed.reason}`);
  return rows.length > 0;
}
