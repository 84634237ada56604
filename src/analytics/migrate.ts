import { createHash } from 'node:crypto';
import { VigieError } from '#domain/error.ts';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import type { Analytics } from './client.ts';
import { mergeByColumn } from './merge-by-column.ts';
import { erasingShape } from './privacy/erasing.ts';
import { factSchemaShape, journalShape, shapeOfFacts, type TableShape } from './schema.ts';
import { alterTable, type Cluster, createTable, dropTable } from './table-ddl.ts';

const factNames = Object.keys(factTables) as FactTableName[];

/** A fingerprint of the fact tables' shape. */
export function factSchemaHash(cluster: Cluster | null): string {
  const statements = factNames.flatMap((name) => createTable(shapeOfFacts(name), cluster));
  return createHash('sha256').update(statements.join('\n')).digest('hex').slice(0, 16);
}

/**
 * Makes the tables. Facts are derived, so fact tables of an older shape are dropped and made anew from the journal, which
 * is never dropped: `beforeLoss` is awaited first, and sees to it that all facts are folded again, even if this process
 * ends at the next instant.
 */
export async function migrateAnalytics(
  analytics: Analytics,
  beforeLoss: () => Promise<void> = async () => undefined,
): Promise<void> {
  const everywhere = { workspace: '' };
  await makeTable(analytics, journalShape);
  await makeTable(analytics, erasingShape);
  await makeTable(analytics, factSchemaShape);
  const [last] = await analytics.query<{ hash: string }>(
    'SELECT hash FROM fact_schema ORDER BY madeAt DESC LIMIT 1',
    everywhere,
  );
  const hash = factSchemaHash(analytics.cluster);
  const stale = (last !== undefined && last.hash !== hash) || (await findBroken(analytics));
  if (stale) {
    await beforeLoss();
    await dropFacts(analytics);
  }
  for (const name of factNames) await makeTable(analytics, shapeOfFacts(name));
  await mergeByColumn(analytics);
  if (last?.hash !== hash) {
    await analytics.command(`INSERT INTO fact_schema SELECT '${hash}', now64(3)`);
  }
}

/**
 * The embedded engine sets parts aside that it finds broken when it opens, and goes on without them. Facts are derived again
 * then; a journal that lost some is not to be answered from. Throws `data.damaged`. A server tells its own operators.
 */
async function findBroken(analytics: Analytics): Promise<boolean> {
  if (analytics.engine !== 'chdb') return false;
  const broken = await analytics.query<{ table: string; parts: number }>(
    `SELECT table, count() AS parts FROM system.detached_parts
     WHERE database = currentDatabase() AND reason LIKE 'broken%' GROUP BY table`,
    { workspace: '' },
  );
  const journal = broken.find(({ table }) => table === journalShape.name);
  if (journal === undefined) return broken.some(({ table }) => table in factTables);
  const reason = `${journal.parts} of the journal cannot be read`;
  throw new VigieError('data.damaged', { part: 'analytics', reason });
}

async function makeTable(analytics: Analytics, shape: TableShape): Promise<void> {
  for (const statement of createTable(shape, analytics.cluster)) await analytics.command(statement);
}

async function dropFacts(analytics: Analytics): Promise<void> {
  for (const name of factNames) {
    for (const statement of dropTable(name, analytics.cluster)) await analytics.command(statement);
  }
}

/** Removes the facts of one workspace; the journal, from which they are derived, is not touched. */
export async function removeFacts(analytics: Analytics, workspace: string): Promise<void> {
  for (const name of factNames) {
    await analytics.command(`${alterTable(name, analytics.cluster)} DROP PARTITION {workspace:String}`, { workspace });
  }
}
