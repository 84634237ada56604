import type { OpeningStep } from '#app/open-installation.ts';
import { VigieError } from '#domain/error.ts';
import type { Settings } from '#settings';

/** Says in our words why a store of another machine is not reached. */
export function openingError(error: unknown, settings: Settings, reached: OpeningStep | null): unknown {
  const away = error instanceof VigieError && error.code === 'data.unavailable';
  if (error instanceof VigieError && !away) return error;
  const reason = reasonOf(away ? error.cause : error);
  const { databaseUrl, clickhouseUrl } = settings;
  if (reached === 'records' && databaseUrl !== null) {
    const place = new URL(databaseUrl).host;
    const params = { store: 'PostgreSQL', setting: 'DATABASE_URL', place, reason };
    return new VigieError('data.not-reached', params, { cause: error });
  }
  if (reached === 'analytics' && clickhouseUrl !== null) {
    const place = new URL(clickhouseUrl).host;
    const params = { store: 'ClickHouse', setting: 'CLICKHOUSE_URL', place, reason };
    return new VigieError('data.not-reached', params, { cause: error });
  }
  return error;
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message.split('\n', 1)[0] || error.name : String(error);
}
