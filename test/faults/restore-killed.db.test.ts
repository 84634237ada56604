import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUpToFile } from '#app/backup/back-up-to-file.ts';
import { ingestEvents } from '#app/ingest-events.ts';
import type { Installation } from '#app/installation.ts';
import { loadSample } from '#app/load-sample.ts';
import { openInstallation, type Places } from '#app/open-installation.ts';
import { deskEvents } from '#test/support/desk.ts';
import { type EveryFigure, readEveryFigure } from '#test/support/every-figure.ts';
import { killChildren, runChild } from '#test/support/run-child.ts';
import { createTestStores } from '#test/support/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-restore-killed-'));
const stores = await createTestStores(join(folder, 'data'));
const places: Places = { ...stores.places, workers: 1 };
const script = join(import.meta.dirname, 'restore-child.ts');
const ROUNDS = 6;

/** Two states of the installation, each with its back-up. */
const states: { readonly file: string; readonly figures: EveryFigure }[] = [];

async function withOpen<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(places);
  return work(installation).finally(() => installation.close());
}

async function keepState(installation: Installation, file: string): Promise<void> {
  await backUpToFile(installation, file, { signal: new AbortController().signal });
  states.push({ file, figures: await readEveryFigure(installation) });
}

beforeAll(async () => {
  await withOpen(async (installation) => {
    const app = await installation.workspace('default');
    await loadSample(app, 'marketplace', { tickets: 300 });
    await keepState(installation, join(folder, 'first.backup'));
    await ingestEvents(app, deskEvents(Date.parse('2026-03-02T09:00:00Z')));
    await app.folds.settled();
    await keepState(installation, join(folder, 'second.backup'));
  });
}, 180_000);
afterAll(async () => {
  killChildren();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('a restore killed at random instants leaves the old data or the new, whole, and can be run again', async () => {
  const args = (state: number) => [JSON.stringify(places), states[state]?.file ?? ''];
  let current = 0;
  const { lengthMs } = await runChild(script, args(current), null);
  const outcomes: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const wanted = 1 - current;
    const { killed } = await runChild(script, args(wanted), Math.random() * lengthMs * 1.1);
    const figures = await withOpen(readEveryFigure);
    const found = states.findIndex(
      (state) => state.figures.stores['default events'] === figures.stores['default events'],
    );
    expect(found).toBeGreaterThanOrEqual(0);
    expect(figures).toEqual(states[found]?.figures);
    expect(existsSync(join(places.dataFolder, 'restoring'))).toBe(false);
    if (!killed) expect(found).toBe(wanted);
    outcomes.push(`${killed ? 'killed' : 'ended'}, ${found === wanted ? 'new' : 'old'}`);
    current = found;
  }
  expect(outcomes.filter((outcome) => outcome.startsWith('killed')).length).toBeGreaterThan(0);
  // Whatever was replaced is still there.
  expect(readdirSync(join(places.dataFolder, 'kept')).length).toBeGreaterThan(0);
}, 600_000);
