import type { FactTableName } from '#domain/kpi/facts/index.ts';
import type { Analytics } from './client.ts';
import { FactBlock } from './native/fact-block.ts';

/** Stores rows of one fact table; a row of the same key and `n` and a lower version is replaced. */
export async function insertFacts(
  analytics: Analytics,
  table: FactTableName,
  rows: readonly object[],
  options: { readonly workspace: string; readonly version: number },
): Promise<void> {
  if (rows.length === 0) return;
  const block = new FactBlock(table);
  for (const row of rows) block.add(row as Readonly<Record<string, unknown>>, options.version);
  await analytics.insertNative(table, block.toBytes(options.workspace));
}
