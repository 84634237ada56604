import { restoreBackup } from '#app/restore/restore-backup.ts';

/** A process that restores a back-up over whatever is there. */
const [dataFolder, databaseUrl, file] = process.argv.slice(2) as [string, string, string];
const places = { dataFolder, databaseUrl: databaseUrl || null, clickhouseUrl: null, workers: 1 };
console.log('begun');
await restoreBackup(places, { file, replace: true, otherSecret: false, onProgress: () => {} });
console.log('done');
process.exit();
