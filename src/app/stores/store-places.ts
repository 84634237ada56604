import { join } from 'node:path';
import type { AnalyticsPlace } from '#analytics/client.ts';
import type { RecordsPlace } from '#records/client.ts';
import type { Places } from '../open-installation.ts';

/** Where the records of an installation are. */
export function placeOfRecords({ dataFolder, databaseUrl }: Places): RecordsPlace {
  return databaseUrl ? { url: databaseUrl } : { path: join(dataFolder, 'records') };
}

/** Where the journal and the facts of an installation are. */
export function placeOfAnalytics({ dataFolder, clickhouseUrl, clickhouseCluster }: Places): AnalyticsPlace {
  return clickhouseUrl
    ? { url: clickhouseUrl, cluster: clickhouseCluster ?? null }
    : { path: join(dataFolder, 'analytics') };
}
