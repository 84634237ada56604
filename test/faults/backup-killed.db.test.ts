import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsIn } from '#app/backup/manifest.ts';
import { verifyBackup } from '#app/backup/verify-backup.ts';
import type { Installation } from '#app/installation.ts';
import { loadSample } from '#app/load-sample.ts';
import { openInstallation, type Places } from '#app/open-installation.ts';
import { restoreBackup } from '#app/restore/restore-backup.ts';
import { readEveryFigure } from '#test/support/every-figure.ts';
import { killChildren, runChild } from '#test/support/run-child.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-backup-killed-'));
const stores = await createTestStores(join(folder, 'data'));
const other = await createTestStores(join(folder, 'restored'), { bare: true });
const places: Places = { ...stores.places, workers: 1 };
const script = join(import.meta.dirname, 'backup-child.ts');
const args = (file: string) => [JSON.stringify(places), file];
const ROUNDS = 8;
let eventsBefore = 0;

async function withOpen<T>(at: Places, work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(at);
  return work(installation).finally(() => installation.close());
}

beforeAll(async () => {
  await withOpen(places, async (installation) => {
    const app = await installation.workspace('default');
    await loadSample(app, 'marketplace', { tickets: 3_000 });
    eventsBefore = await app.journal.lastSeq();
  });
}, 180_000);
afterAll(async () => {
  killChildren();
  await stores.drop();
  await other.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('a back-up killed at random instants leaves no half file, and every acknowledged event', async () => {
  const calm = await runChild(script, args(join(folder, 'calm.backup')), null);
  let acknowledged = calm.lines.length - 2;
  let kills = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const file = join(folder, `${round}.backup`);
    const { killed, lines } = await runChild(script, args(file), Math.random() * calm.lengthMs);
    acknowledged += lines.filter((line) => /^\d+$/.test(line)).length;
    if (killed) kills++;
    // Killed after its end, the file is whole; before, it has no name.
    if (existsSync(file)) await verifyBackup(file);
  }
  expect(kills).toBeGreaterThan(0);
  const named = readdirSync(folder).filter((name) => name.endsWith('.backup'));
  expect(named.length).toBeLessThan(ROUNDS + 1);

  const last = join(folder, 'last.backup');
  await runChild(script, args(last), null);
  expect(readdirSync(places.dataFolder)).not.toContain('backup-spool');
  const figures = await withOpen(places, async (installation) => {
    const { journal } = await installation.workspace('default');
    expect(await journal.lastSeq()).toBeGreaterThanOrEqual(eventsBefore + acknowledged);
    return readEveryFigure(installation);
  });
  expect(Object.keys(figures.reports).length).toBeGreaterThan(20);
}, 300_000);

test('a back-up taken under constant ingest holds each event up to its last, and its restore folds to its figures', async () => {
  const file = join(folder, 'last.backup');
  const { manifest, parts } = await verifyBackup(file);
  const lastSeq = manifest.journals?.[0]?.lastSeq ?? 0;
  // On servers, what a killed writer had reserved is a gap in the numbers; in a folder of its own there is none.
  const events = await withOpen(places, async (installation) =>
    (await installation.workspace('default')).journal.countEvents(0, lastSeq),
  );
  if (places.clickhouseUrl === null) expect(events).toBe(lastSeq);
  expect(eventsIn(parts)).toBe(events);
  const at: Places = { ...other.places, workers: 1 };
  const summary = await restoreBackup(at, { file, replace: false, otherSecret: false, onProgress: () => {} });
  expect(summary).toMatchObject({ events, failed: 0 });
}, 120_000);
