import { join } from 'node:path';
import type { AnalyticsPlace } from '#analytics/client.ts';
import type { Settings } from '#settings';
import { createTestAnalytics } from './test-analytics.ts';
import { createTestDatabase } from './test-database.ts';

/** Stores of its own for a test that opens an installation, embedded in its data folder or on the servers of the run. */
export interface TestStores {
  readonly places: Pick<Settings, 'dataFolder' | 'databaseUrl' | 'clickhouseUrl' | 'clickhouseCluster'>;
  /** Where its journal and facts are, for a look past the installation. */
  readonly place: AnalyticsPlace;
  drop(): Promise<void>;
}

export async function createTestStores(dataFolder: string): Promise<TestStores> {
  const database = await createTestDatabase();
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
