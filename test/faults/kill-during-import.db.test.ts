import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fingerprint, marketplaceEvents } from '#test/support/fingerprint.ts';
import { createTestStores, type TestStores } from '#test/support/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-kill-'));
const file = join(folder, 'events.ndjson');
const children: ChildProcess[] = [];
const KILLS = 10;

const calm = await createTestStores(join(folder, 'calm'));
const stormy = await createTestStores(join(folder, 'stormy'));

afterAll(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  await Promise.all([calm.drop(), stormy.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly killed: boolean;
  /** Events acknowledged before the end, as the process itself said. */
  readonly acknowledged: number;
  readonly summary: { readonly accepted: number; readonly duplicates: number; readonly rejected: number } | null;
}

/** Runs an import; kills it -9 `delayMs` after its stores are open, when a delay is given. */
function runImport({ places }: TestStores, delayMs: number | null): Promise<Outcome> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import-child.ts'), JSON.stringify(places), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let text = '';
  let armed = false;
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    if (delayMs === null || armed || !text.includes('open')) return;
    armed = true;
    setTimeout(() => child.kill('SIGKILL'), delayMs);
  });
  return new Promise((resolve, reject) => {
    child.on('exit', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') return reject(new Error(`the import ended with ${code}: ${text}`));
      const lines = text.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
      const told = lines.map((line) => JSON.parse(line) as { accepted?: number; summary?: Outcome['summary'] });
      const acknowledged = Math.max(0, ...told.map((line) => line.accepted ?? 0));
      resolve({
        killed: signal === 'SIGKILL',
        acknowledged,
        summary: told.find((line) => line.summary)?.summary ?? null,
      });
    });
  });
}

test('an import killed ten times at random instants loses nothing, and its rerun gives equal figures', async () => {
  const lines = marketplaceEvents({ tickets: 15_000, seed: 7 }).map((event) => JSON.stringify(event));
  writeFileSync(file, lines.join('\n'));
  const started = performance.now();
  const undisturbed = await runImport(calm, null);
  const lengthMs = performance.now() - started;
  expect(undisturbed.summary).toMatchObject({ accepted: lines.length, duplicates: 0, rejected: 0 });

  const outcomes: Outcome[] = [];
  for (let kill = 0; kill < KILLS; kill++) outcomes.push(await runImport(stormy, Math.random() * lengthMs * 0.5));
  expect(outcomes.some((outcome) => outcome.killed)).toBe(true);

  const last = await runImport(stormy, null);
  const acknowledged = outcomes.reduce((sum, outcome) => sum + outcome.acknowledged, 0);
  const { accepted, duplicates } = last.summary as NonNullable<Outcome['summary']>;
  // What was acknowledged before a kill is there, so the rerun finds at least that many duplicates.
  expect(duplicates).toBeGreaterThanOrEqual(Math.min(acknowledged, lines.length));
  expect(accepted + duplicates).toBe(lines.length);
  expect(await fingerprint(stormy.place)).toEqual(await fingerprint(calm.place));
}, 300_000);
