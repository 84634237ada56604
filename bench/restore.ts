import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backUpToFile } from '#app/backup/back-up-to-file.ts';
import { verifyBackup } from '#app/backup/verify-backup.ts';
import type { Installation } from '#app/installation.ts';
import { loadSample } from '#app/load-sample.ts';
import { openInstallation, type Places } from '#app/open-installation.ts';
import { restoreBackup } from '#app/restore/restore-backup.ts';
import { ensureWorkspace } from '#records/workspaces.ts';
import { readEveryFigure } from '#test/support/every-figure.ts';

/**
 * Backs up and restores a large installation of two workspaces and compares every figure: `node bench/restore.ts
 * [--tickets N]`. Each step is a process of its own, whose peak memory is that of the step. Ends with 1 unless all is equal.
 */
const { values } = parseArgs({
  options: { tickets: { type: 'string', default: '112000' }, step: { type: 'string' } },
});
const tickets = Number(values.tickets);
const folder = join(tmpdir(), `vigie-bench-restore-${tickets}`);
const file = join(folder, 'bench.backup');
const placesOf = (name: string): Places => {
  return { dataFolder: join(folder, name), databaseUrl: null, clickhouseUrl: null, workers: null };
};

async function withOpen<T>(name: string, work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(placesOf(name));
  return work(installation).finally(() => installation.close());
}

const writeFigures = (name: string) =>
  withOpen(name, async (installation) => {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(await readEveryFigure(installation)));
    return {};
  });

const steps: Readonly<Record<string, () => Promise<object>>> = {
  fill: () =>
    withOpen('source', async (installation) => {
      await ensureWorkspace(installation.records.everywhere, { id: 'second', timeZone: 'Europe/Paris' });
      await loadSample(await installation.workspace('second'), 'marketplace', { tickets: 5_000, seed: 2 });
      return loadSample(await installation.workspace('default'), 'marketplace', { tickets });
    }),
  'figures before': () => writeFigures('source'),
  backup: () =>
    withOpen('source', async (installation) => {
      const started = performance.now();
      const { rows, events, bytes } = await backUpToFile(installation, file, { signal: new AbortController().signal });
      return { seconds: secondsSince(started), rows, events, bytes };
    }),
  verify: async () => {
    const started = performance.now();
    await verifyBackup(file);
    return { seconds: secondsSince(started) };
  },
  restore: async () => {
    const started = performance.now();
    const request = { file, replace: false, otherSecret: false, onProgress: () => {} };
    const { subjects, failed, foldSeconds } = await restoreBackup(placesOf('restored'), request);
    return { seconds: secondsSince(started), foldSeconds: Math.round(foldSeconds * 10) / 10, subjects, failed };
  },
  'figures after': () => writeFigures('restored'),
};

function secondsSince(started: number): number {
  return Math.round((performance.now() - started) / 100) / 10;
}

if (values.step !== undefined) {
  const result = await steps[values.step]?.();
  console.log(JSON.stringify({ ...result, peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) }));
  process.exit();
}

rmSync(folder, { recursive: true, force: true });
for (const step of Object.keys(steps)) {
  const args = [import.meta.filename, '--tickets', String(tickets), '--step', step];
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`the step ${step} failed`);
  console.log(JSON.stringify({ step, ...JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') }));
}
const [before, after] = ['source', 'restored'].map((name) => readFileSync(join(folder, `${name}.json`), 'utf8'));
console.log(JSON.stringify({ fileBytes: statSync(file).size, equal: before === after }));
rmSync(folder, { recursive: true, force: true });
process.exitCode = before === after ? 0 : 1;
