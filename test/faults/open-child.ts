import { openInstallation } from '#app/open-installation.ts';

/** A process that opens an installation, whatever that takes, and closes it. */
const [dataFolder, databaseUrl] = process.argv.slice(2) as [string, string];
const places = { dataFolder, databaseUrl: databaseUrl || null, clickhouseUrl: null, workers: 1 };
console.log('begun');
const installation = await openInstallation(places);
await installation.close();
console.log('done');
process.exit();
