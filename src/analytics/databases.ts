import { quoteName } from './binder.ts';
import type { Analytics } from './client.ts';
import { everywhere } from './table-ddl.ts';

/** The URL of the same server with another database. */
export function urlOfDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export async function makeDatabase(analytics: Analytics, database: string): Promise<void> {
  await analytics.command(`CREATE DATABASE IF NOT EXISTS ${quoteName(database)}${everywhere(analytics.cluster)}`);
}

export async function dropDatabase(analytics: Analytics, database: string): Promise<void> {
  await analytics.command(`DROP DATABASE IF EXISTS ${quoteName(database)}${everywhere(analytics.cluster)} SYNC`);
}

/**
 * Puts the tables of a database in the place of those in use, which move to the database `kept`. Cut off in the middle, it
 * is completed by running it again. On a cluster the tables that hold the rows are moved; the distributed tables in use
 * lead to them by name, and where there are none the next opening makes them.
 */
export async function putDatabaseInPlace(analytics: Analytics, database: string, kept: string): Promise<void> {
  const holdsRows = (table: string) => analytics.cluster === null || table.endsWith('_local');
  const current = await listTables(analytics, null);
  const moved = (await listTables(analytics, database)).filter(holdsRows);
  const leaving = moved.filter((table) => current.includes(table));
  if (leaving.length > 0) await makeDatabase(analytics, kept);
  for (const table of moved) {
    const [inUse, built, away] = [null, database, kept].map((place) => within(analytics, place, table));
    const exchange = leaving.includes(table) ? `${inUse} TO ${away}, ${built} TO ${inUse}` : `${built} TO ${inUse}`;
    await analytics.command(`RENAME TABLE ${exchange}${everywhere(analytics.cluster)}`);
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

/** A table of a database; null: of the one in use. */
function within({ cluster }: Analytics, database: string | null, table: string): string {
  const place = database ?? cluster?.database;
  return place === undefined ? quoteName(table) : `${quoteName(place)}.${quoteName(table)}`;
}
