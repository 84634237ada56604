import { join } from 'node:path';
import type { AnalyticsPlace } from '#analytics/client.ts';
import type { Settings } from '#settings';
import { copyFreshStores } from './fresh-stores.ts';
import { createTestAnalytics } from './test-analytics.ts';
import { createTestDatabase } from './test-database.ts';

/** Stores of its own for a test that opens an installation, embedded in its data folder or on the servers of the run. */
export interface TestStores {
  readonly places: Pick<Settings, 'dataFolder' | 'databaseUrl' | 'clickhouseUrl' | 'clickhouseCluster'>;
  /** Where its journal and facts are, for a look past the installation. */
  readonly place: AnalyticsPlace;
  drop(): Promise<void>;
}

/** They are as an installation leaves them that was opened once; `bare`, there are none yet. */
export async function createTestStores(dataFolder: string, { bare = false } = {}): Promise<TestStores> {
  const fresh = bare ? null : await copyFreshStores(dataFolder);
  const database = await createTestDatabase(fresh?.databaseUrl);
  const analytics = createTestAnalytics(join(dataFolder, 'analytics'));
  return {
    places: { dataFolder, databaseUrl: database.url, ...analytics.settings },
    place: analytics.place,
    async drop() {
      await database.drop();
      await analytics.drop();
    },
  };
}
