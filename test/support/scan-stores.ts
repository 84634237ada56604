import { sql } from 'kysely';
import type { Analytics } from '#analytics/client.ts';
import type { Records } from '#records/client.ts';

/** Every row of every table of both stores as a line of text, under the name of its table. */
export async function scanStores(records: Records, analytics: Analytics): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'
  `.execute(records);
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.table(name)} t`.execute(records);
    found.set(name, rows.map(({ line }) => line).join('\n'));
  }
  const everywhere = { workspace: '' };
  const named = await analytics.query<{ name: string }>(
    'SELECT name FROM system.tables WHERE database = currentDatabase()',
    everywhere,
  );
  for (const { name } of named) {
    const bytes = await analytics.queryBytes(`SELECT * FROM ${name}`, everywhere, 'JSONEachRow');
    found.set(`analytics ${name}`, Buffer.from(bytes).toString('utf8'));
  }
  return found;
}

/** The tables in which one of some words is found, in any case. */
export function tablesWith(stores: ReadonlyMap<string, string>, words: readonly string[]): string[] {
  return [...stores]
    .filter(([, text]) => words.some((word) => text.toLowerCase().includes(word)))
    .map(([name]) => name);
}
