import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openInstallation } from '#app/open-installation.ts';
import { createTestAnalytics } from './test-analytics.ts';
import { createTestDatabase } from './test-database.ts';

/** Opens an installation in a folder once, and writes down where its records are. Its part on a server of figures is not kept. */
const [folder] = process.argv.slice(2) as [string];
const dataFolder = join(folder, 'data');
const database = await createTestDatabase();
const analytics = createTestAnalytics(join(dataFolder, 'analytics'));
const installation = await openInstallation({
  ...{ dataFolder, databaseUrl: database.url, workers: 1 },
  ...analytics.settings,
});
await installation.close();
await analytics.drop();
writeFileSync(join(folder, 'places.json'), JSON.stringify({ databaseUrl: database.url }));
