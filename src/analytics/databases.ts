import { quoteName } from './binder.ts';
import type { Analytics } from './client.ts';

/** The URL of the same server with another database. */
export function urlOfDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export async function dropDatabase(analytics: Analytics, database: string): Promise<void> {
  await analytics.command(`DROP DATABASE IF EXISTS ${quoteName(database)}${onCluster(analytics)} SYNC`);
}

/**
 * Puts the tables of a database in the place of those in use, which move to the database `kept`. Cut off in the middle, it
 * is completed by running it again. Distributed tables stay: they find those that hold rows by their names.
 */
export async function putDatabaseInPlace(analytics: Analytics, database: string, kept: string): Promise<void> {
  const own = await nameInUse(analytics);
  const current = await listStoredTables(analytics, own);
  const moved = await listStoredTables(analytics, database);
  const everywhere = onCluster(analytics);
  if (moved.some((table) => current.includes(table))) {
    await analytics.command(`CREATE DATABASE IF NOT EXISTS ${quoteName(kept)}${everywhere}`);
  }
  for (const table of moved) {
    const at = (where: string) => `${quoteName(where)}.${quoteName(table)}`;
    const away = current.includes(table) ? `${at(own)} TO ${at(kept)}, ` : '';
    await analytics.command(`RENAME TABLE ${away}${at(database)} TO ${at(own)}${everywhere}`);
  }
  await dropDatabase(analytics, database);
}

/** Whether the journal in use holds any event; false where there is none yet. */
export async function hasEvents(analytics: Analytics): Promise<boolean> {
  const tables = await listStoredTables(analytics, await nameInUse(analytics));
  if (!tables.some((table) => table === 'events' || table === 'events_local')) return false;
  const [found] = await analytics.query<{ rows: number }>('SELECT count() AS rows FROM events', { workspace: '' });
  return (found?.rows ?? 0) > 0;
}

async function nameInUse(analytics: Analytics): Promise<string> {
  const [found] = await analytics.query<{ name: string }>('SELECT currentDatabase() AS name', { workspace: '' });
  return found?.name ?? 'default';
}

/** The tables of a database that hold rows themselves. */
async function listStoredTables(analytics: Analytics, database: string): Promise<string[]> {
  const rows = await analytics.query<{ name: string }>(
    `SELECT name FROM system.tables WHERE database = {database:String} AND engine != 'Distributed' ORDER BY name`,
    { workspace: '', database },
  );
  return rows.map(({ name }) => name);
}

function onCluster({ cluster }: Analytics): string {
  return cluster ? ` ON CLUSTER ${quoteName(cluster.name)}` : '';
}
