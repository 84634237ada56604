import { existsSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import { openAnalytics } from '#analytics/client.ts';
import { hasEvents } from '#analytics/databases.ts';
import { openRecords } from '#records/client.ts';
import { tablesThatStay } from '#records/dump/stays-behind.ts';
import { listTables } from '#records/dump/table-shape.ts';
import type { Places } from '../open-installation.ts';
import { placeOfAnalytics, placeOfRecords } from '../stores/store-places.ts';

/** Whether anything would be lost: rows that no opening makes by itself, or events. Stores that do not open hold data. */
export async function holdsData(places: Places): Promise<boolean> {
  try {
    return (await recordsHoldData(places)) || (await journalHoldsData(places));
  } catch (error) {
    // A server that is away says nothing of what it holds.
    if (places.databaseUrl !== null || places.clickhouseUrl !== null) throw error;
    return true;
  }
}

async function recordsHoldData(places: Places): Promise<boolean> {
  const place = placeOfRecords(places);
  if ('path' in place && !existsSync(place.path)) return false;
  const store = await openRecords(place);
  const db = store.everywhere.withoutPlugins() as unknown as Kysely<unknown>;
  try {
    for (const { name } of await listTables(db)) {
      if (tablesThatStay.includes(name)) continue;
      // The first workspace is made by opening.
      const spared = name === 'workspaces' ? 1 : 0;
      const { rows } = await sql`select 1 from ${sql.table(name)} limit ${sql.lit(spared + 1)}`.execute(db);
      if (rows.length > spared) return true;
    }
    return false;
  } finally {
    await store.close();
  }
}

async function journalHoldsData(places: Places): Promise<boolean> {
  const place = placeOfAnalytics(places);
  if ('path' in place && !existsSync(place.path)) return false;
  const store = await openAnalytics(place);
  return hasEvents(store).finally(() => store.close());
}
