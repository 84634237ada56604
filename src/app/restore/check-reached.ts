import { sql } from 'kysely';
import { VigieError } from '#domain/error.ts';
import type { Places } from '../open-installation.ts';
import { onAnalytics, onRecords } from './settle-restore.ts';

/** Throws `data.not-reached` where a store of another machine does not answer. */
export async function checkReached(places: Places): Promise<void> {
  const { databaseUrl, clickhouseUrl } = places;
  if (databaseUrl !== null) {
    await onRecords(databaseUrl, (store) => sql`select 1`.execute(store.everywhere)).catch((error: unknown) => {
      throw notReached('PostgreSQL', 'DATABASE_URL', databaseUrl, error);
    });
  }
  if (clickhouseUrl !== null) {
    await onAnalytics(places, (store) => store.query('SELECT 1', { workspace: '' })).catch((error: unknown) => {
      throw notReached('ClickHouse', 'CLICKHOUSE_URL', clickhouseUrl, error);
    });
  }
}

function notReached(store: string, setting: string, url: string, error: unknown): VigieError {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const reason = first instanceof Error ? first.message.split('\n', 1)[0] || first.name : String(first);
  return new VigieError('data.not-reached', { store, setting, place: new URL(url).host, reason }, { cause: error });
}
