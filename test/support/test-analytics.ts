import { randomUUID } from 'node:crypto';
import { createClient } from '@clickhouse/client';
import type { AnalyticsPlace, ServerPlace } from '#analytics/client.ts';
import type { Settings } from '#settings';

/** Where a test keeps its journal and facts: chDB in a folder, or a database of its own on the server that the run names. */
export interface TestAnalytics {
  readonly place: AnalyticsPlace;
  readonly settings: Pick<Settings, 'clickhouseUrl' | 'clickhouseCluster'>;
  drop(): Promise<void>;
}

/**
 * `TEST_CLICKHOUSE_URL` names a ClickHouse server for the whole run, `TEST_CLICKHOUSE_CLUSTER` a cluster it belongs to; each
 * caller gets a database of its own, which the driver makes. Without, the folder given holds the embedded engine.
 */
export function createTestAnalytics(folder: string): TestAnalytics {
  const { TEST_CLICKHOUSE_URL: server, TEST_CLICKHOUSE_CLUSTER: cluster } = process.env;
  if (!server) {
    const settings = { clickhouseUrl: null, clickhouseCluster: null };
    return { place: { path: folder }, settings, drop: async () => undefined };
  }
  return createDatabaseOn(server, cluster || null);
}

/** A database of its own on a server. */
export function createDatabaseOn(server: string, cluster: string | null): TestAnalytics & { place: ServerPlace } {
  const name = `vigie_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    place: { url: url.href, cluster },
    settings: { clickhouseUrl: url.href, clickhouseCluster: cluster },
    async drop() {
      const client = createClient({ url: server });
      const everywhere = cluster === null ? '' : ` ON CLUSTER \`${cluster}\``;
      await client.command({ query: `DROP DATABASE IF EXISTS ${name}${everywhere} SYNC` });
      await client.close();
    },
  };
}
