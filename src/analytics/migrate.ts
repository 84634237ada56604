import { createHash } from 'node:crypto';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import type { Analytics } from './client.ts';
import { createErasing } from './privacy/erasing.ts';
import { createFactTable, createJournal } from './schema.ts';

const factNames = Object.keys(factTables) as FactTableName[];

/** A fingerprint of the fact tables' shape. */
export function factSchemaHash(): string {
  return createHash('sha256').update(factNames.map(createFactTable).join('\n')).digest('hex').slice(0, 16);
}

/**
 * Makes the tables. Facts are derived, so fact tables of an older shape are dropped and made anew; the answer says
 * whether that happened, and then all facts must be folded again from the journal, which is never dropped.
 */
export async function migrateAnalytics(analytics: Analytics): Promise<{ factsLost: boolean }> {
  const everywhere = { workspace: '' };
  await analytics.command(createJournal);
  await analytics.command(createErasing);
  await analytics.command(
    'CREATE TABLE IF NOT EXISTS fact_schema (hash String, madeAt DateTime64(3)) ENGINE = MergeTree ORDER BY madeAt',
  );
  const [last] = await analytics.query<{ hash: string }>(
    'SELECT hash FROM fact_schema ORDER BY madeAt DESC LIMIT 1',
    everywhere,
  );
  const hash = factSchemaHash();
  const stale = last !== undefined && last.hash !== hash;
  if (stale) await dropFacts(analytics);
  for (const name of factNames) await analytics.command(createFactTable(name));
  if (last?.hash !== hash) {
    await analytics.command(`INSERT INTO fact_schema SELECT '${hash}', now64(3)`);
  }
  return { factsLost: stale };
}

async function dropFacts(analytics: Analytics): Promise<void> {
  for (const name of factNames) await analytics.command(`DROP TABLE IF EXISTS ${name} SYNC`);
}

/** Removes the facts of one workspace; the journal, from which they are derived, is not touched. */
export async function removeFacts(analytics: Analytics, workspace: string): Promise<void> {
  for (const name of factNames) {
    await analytics.command(`ALTER TABLE ${name} DROP PARTITION {workspace:String}`, { workspace });
  }
}
