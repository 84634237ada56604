import { sql } from 'kysely';
import { openAnalytics } from '#analytics/client.ts';
import { VigieError } from '#domain/error.ts';
import { openRecords } from '#records/client.ts';
import type { Places } from '../open-installation.ts';
import { placeOfAnalytics, placeOfRecords } from '../stores/store-places.ts';

/** Throws `data.not-reached` where a store of another machine does not answer. */
export async function checkReached(places: Places): Promise<void> {
  const { databaseUrl, clickhouseUrl } = places;
  if (databaseUrl !== null) {
    const store = await openRecords(placeOfRecords(places));
    await sql`select 1`
      .execute(store.everywhere)
      .catch((error: unknown) => {
        throw notReached('PostgreSQL', 'DATABASE_URL', databaseUrl, error);
      })
      .finally(() => store.close());
  }
  if (clickhouseUrl !== null) {
    const store = await openAnalytics(placeOfAnalytics(places)).catch((error: unknown) => {
      throw notReached('ClickHouse', 'CLICKHOUSE_URL', clickhouseUrl, error);
    });
    await store.close();
  }
}

function notReached(store: string, setting: string, url: string, error: unknown): unknown {
  if (error instanceof VigieError) return error;
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const reason = first instanceof Error ? first.message.split('\n', 1)[0] || first.name : String(first);
  return new VigieError('data.not-reached', { store, setting, place: new URL(url).host, reason }, { cause: error });
}
