import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestEvents } from '#app/ingest-events.ts';
import type { Installation } from '#app/installation.ts';
import { openInstallation } from '#app/open-installation.ts';
import { addDashboard } from '#records/saved/dashboards.ts';
import { deskEvents } from '#test/support/desk.ts';
import { runInside } from '#test/support/run-inside.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-cli-dashboards-'));
const stores = await createTestStores(join(folder, 'data'));
let installation: Installation;

const place = { x: 0, w: 6, h: 4 };
const report = { kind: 'report', report: 'support-volume', picture: null, title: null };
const tiles = [
  { id: 'a', y: 0, ...place, ...report, query: { by: 'channel', every: 'none' } },
  { id: 'b', y: 4, ...place, ...report, query: { by: 'nothing-is-called-this' }, title: 'Broken' },
  { id: 'c', y: 8, ...place, kind: 'text', text: 'Read **n** first.' },
];

beforeAll(async () => {
  installation = await openInstallation({ ...stores.places, workers: 1 });
  const app = await installation.workspace('default');
  await ingestEvents(app, deskEvents(app.now()));
  await app.folds.settled();
  await addDashboard(app.records, {
    ...{ workspace: 'default', id: 'desk', title: 'Desk', owner: null, visibility: 'workspace' },
    ...{ query: JSON.stringify({ period: 'last-30-days' }), tiles: JSON.stringify(tiles) },
  });
});
afterAll(async () => {
  await installation.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

const vigie = (line: string) => runInside(installation, line, folder);

test('dashboards are listed, in a table and as JSON', async () => {
  expect((await vigie('dashboard list')).stdout).toContain('desk\tDesk\t–\tworkspace\t3');
  expect(JSON.parse((await vigie('dashboard list --json')).stdout)).toMatchObject([{ id: 'desk', tiles: 3 }]);
});

test('one is shown tile by tile, with the reason where a tile has no figures', async () => {
  const { code, stdout } = await vigie('dashboard show desk');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Desk\n\nSupport volume\nChannel\t/);
  expect(stdout).toMatch(/E-mail\t3/i);
  expect(stdout).toMatch(/Broken\n.*nothing-is-called-this/);
  expect(stdout.trim().split('\n').at(-1)).toBe('Read **n** first.');
  const json = JSON.parse((await vigie('dashboard show desk --json --lang fr')).stdout);
  expect(json.tiles.map(({ title }: { title?: string }) => title)).toEqual(['Volume de tickets', 'Broken', undefined]);
  expect((await vigie('dashboard show nothing')).code).toBe(3);
});
