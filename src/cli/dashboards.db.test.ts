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

test('a dashboard is scheduled by its id, weekly on Monday at eight unless told otherwise, listed and removed', async () => {
  const { code, stdout, stderr } = await vigie(
    'schedule create --dashboard desk --to boss@example.org --attach pdf --json',
  );
  expect([code, stderr]).toEqual([0, '']);
  const made = JSON.parse(stdout);
  expect(made).toMatchObject({
    ...{ title: 'Desk', subject: { kind: 'dashboard', dashboard: 'desk', query: null }, period: 'own' },
    ...{ every: 'week', weekday: 1, time: '08:00', attachment: 'pdf', addresses: ['boss@example.org'] },
  });
  expect((await vigie('schedule list')).stdout).toContain(`${made.id}\tdesk\tDesk\t`);
  expect((await vigie(`schedule remove ${made.id}`)).code).toBe(0);
  expect((await vigie('schedule list --json')).stdout.trim()).toBe('[]');
});

test('a schedule of nothing, of a dashboard that is not there, or asked wrongly says what to do', async () => {
  const told = async (line: string) => {
    const { code, stderr } = await vigie(`schedule create --to boss@example.org ${line}`.trim());
    expect(code).not.toBe(0);
    return stderr;
  };
  expect(await told('')).toContain('--dashboard');
  expect(await told('--dashboard nothing')).toContain('nothing');
  expect(await told('--report csat --every hour')).toContain('day, week, month');
  expect(await told('--report csat --period sometime')).toContain('--period');
  expect(await told('--report csat --with every=hour')).toContain('--with');
});
