import { quoteName } from './binder.ts';
import type { Analytics } from './client.ts';
import { everywhere } from './table-ddl.ts';

/** The URL of the same server with another database. */
export function urlOfDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export async function dropDatabase(analytics: Analytics, database: string): Promise<void> {
  await analytics.command(`DROP DATABASE IF EXISTS ${quoteName(database)}${everywhere(analytics.cluster)} SYNC`);
}

/**
 * Puts the tables of a database in the place of those in use, which move to the database `kept`. Cut off in the middle, it
 * is completed by running it again. Distributed tables stay: they find those that hold rows by their names.
 */
export async function putDatabaseInPlace(analytics: Analytics, database: string, kept: string): Promise<void> {
  const own = await nameInUse(analytics);
  const { stored: current } = await listTables(analytics, own);
  const { stored: moved } = await listTables(analytics, database);
  const onEveryHost = everywhere(analytics.cluster);
  if (moved.some((table) => current.includes(table))) {
    await analytics.command(`CREATE DATABASE IF NOT EXISTS ${quoteName(kept)}${onEveryHost}`);
  }
  for (const table of moved) {
    const at = (where: string) => `${quoteName(where)}.${quoteName(table)}`;
    const away = current.includes(table) ? `${at(own)} TO ${at(kept)}, ` : '';
    await analytics.command(`RENAME TABLE ${away}${at(database)} TO ${at(own)}${onEveryHost}`);
  }
  await dropDatabase(analytics, database);
}

/** Whether the journal in use holds any event; false where there is none yet. */
export async function hasEvents(analytics: Analytics): Promise<boolean> {
  const { names, stored } = await listTables(analytics, await nameInUse(analytics));
  // A restore has put a journal in place over which no opening has made the distributed table yet.
  if (!names.includes('events')) return stored.includes('events_local');
  const [found] = await analytics.query<{ rows: number }>('SELECT count() AS rows FROM events', { workspace: '' });
  return (found?.rows ?? 0) > 0;
}

async function nameInUse(analytics: Analytics): Promise<string> {
  const [found] = await analytics.query<{ name: string }>('SELECT currentDatabase() AS name', { workspace: '' });
  return found?.name ?? 'default';
}

interface Tables {
  readonly names: readonly string[];
  /** Those that hold rows themselves. */
  readonly stored: readonly string[];
}

async function listTables(analytics: Analytics, database: string): Promise<Tables> {
  const rows = await analytics.query<{ name: string; engine: string }>(
    'SELECT name, engine FROM system.tables WHERE database = {database:String} ORDER BY name',
    { workspace: '', database },
  );
  const names = rows.map(({ name }) => name);
  return { names, stored: rows.filter(({ engine }) => engine !== 'Distributed').map(({ name }) => name) };
}
