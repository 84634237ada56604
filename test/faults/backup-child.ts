import { backUpToFile } from '#app/backup/back-up-to-file.ts';
import { ingestEvents } from '#app/ingest-events.ts';
import { openInstallation, type Places } from '#app/open-installation.ts';

/** A process that backs its installation up while it takes events, and writes how many it has acknowledged. */
const [given, file] = process.argv.slice(2) as [string, string];
const places = JSON.parse(given) as Places;
const installation = await openInstallation(places);
const app = await installation.workspace('default');
console.log('open');
let ended = false;
const ingesting = (async () => {
  for (let n = 1; !ended; n++) {
    const id = `${process.pid}-${Date.now()}-${n}`;
    const event = { specversion: '1.0', id, source: 'fault', type: 'ticket.created', subject: id, data: {} };
    const [answer] = await ingestEvents(app, [{ ...event, time: '2026-03-02T09:00:00Z' }]);
    if (answer?.status === 'accepted') console.log(n);
  }
})();
await backUpToFile(installation, file, { signal: new AbortController().signal });
ended = true;
await ingesting;
await installation.close();
console.log('done');
process.exit();
