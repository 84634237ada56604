import { importFile } from '#app/imports/import-file.ts';
import { saveSampleRules } from '#app/load-sample.ts';
import { firstWorkspace, openInstallation } from '#app/open-installation.ts';

/** Our side of the import: from the file to facts that a report can read, policies and calendars in force. */
const [file, data] = process.argv.slice(2) as [string, string];
const installation = await openInstallation({
  dataFolder: data,
  databaseUrl: null,
  clickhouseUrl: null,
  workers: null,
});
const app = await installation.workspace(firstWorkspace);
await saveSampleRules(app, 'marketplace');
const started = performance.now();
const read = { kind: 'file', path: file, name: 'events.ndjson', source: 'bench', mapping: null } as const;
const summary = await importFile(app, { read, name: 'events.ndjson', source: 'bench' });
const seconds = (performance.now() - started) / 1000;
await installation.close();
console.log(JSON.stringify({ seconds, rows: summary.accepted, maxRssBytes: process.resourceUsage().maxRSS * 1024 }));
