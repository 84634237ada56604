import type { Places } from '#app/open-installation.ts';
import { restoreBackup } from '#app/restore/restore-backup.ts';

/** A process that restores a back-up over whatever is there. */
const [given, file] = process.argv.slice(2) as [string, string];
const places = JSON.parse(given) as Places;
console.log('begun');
await restoreBackup(places, { file, replace: true, otherSecret: false, onProgress: () => {} });
console.log('done');
process.exit();
