import { importFile } from '#app/imports/import-file.ts';
import { saveSampleRules } from '#app/load-sample.ts';
import { firstWorkspace, openInstallation } from '#app/open-installation.ts';
import type { TestStores } from '#test/support/test-stores.ts';

/** A process that imports one file into the stores of `places` and says how far it is, for tests that kill it. */
const [places, file] = process.argv.slice(2) as [string, string];
const installation = await openInstallation({ ...(JSON.parse(places) as TestStores['places']), workers: 2 });
const app = await installation.workspace(firstWorkspace);
await saveSampleRules(app, 'marketplace');
console.log('open');
const read = { kind: 'file', path: file, name: 'events.ndjson', source: 'test', mapping: null } as const;
const summary = await importFile(app, {
  read,
  name: 'events.ndjson',
  source: 'test',
  onProgress: ({ state, accepted, folded }) => console.log(JSON.stringify({ state, accepted, folded })),
});
await installation.close();
console.log(JSON.stringify({ summary }));
