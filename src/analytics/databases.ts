import type { Analytics } from './client.ts';

/** The URL of the same server with another database. */
export function urlOfDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export async function makeDatabase(analytics: Analytics, database: string): Promise<void> {
  await analytics.command(`CREATE DATABASE IF NOT EXISTS ${quote(database)}`);
}

export async function dropDatabase(analytics: Analytics, database: string): Promise<void> {
  await analytics.command(`DROP DATABASE IF EXISTS ${quote(database)} SYNC`);
}

/**
 * Puts the tables of a database in the place of those in use, which move to the database `kept`. Cut off in the middle, it
 * is completed by running it again.
 */
export async function putDatabaseInPlace(analytics: Analytics, database: string, kept: string): Promise<void> {
  const current = await listTables(analytics, null);
  const moved = await listTables(analytics, database);
  const leaving = moved.filter((table) => current.includes(table));
  if (leaving.length > 0) await makeDatabase(analytics, kept);
  for (const table of moved) {
    const away = leaving.includes(table) ? `${quote(table)} TO ${quote(kept)}.${quote(table)}, ` : '';
    await analytics.command(`RENAME TABLE ${away}${quote(database)}.${quote(table)} TO ${quote(table)}`);
  }
  await dropDatabase(analytics, database);
}

/** Tables of a database; null: of the one in use. */
async function listTables(analytics: Analytics, database: string | null): Promise<string[]> {
  const rows = await analytics.query<{ name: string }>(
    `SELECT name FROM system.tables
     WHERE database = if({database:String} = '', currentDatabase(), {database:String}) ORDER BY name`,
    { workspace: '', database: database ?? '' },
  );
  return rows.map(({ name }) => name);
}

/** Whether the journal in use holds any event; false where there is none yet. */
export async function hasEvents(analytics: Analytics): Promise<boolean> {
  if (!(await listTables(analytics, null)).includes('events')) return false;
  const [found] = await analytics.query<{ rows: number }>('SELECT count() AS rows FROM events', { workspace: '' });
  return (found?.rows ?? 0) > 0;
}

function quote(name: string): string {
  return `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
}
