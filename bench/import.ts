import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateMarketplace } from '#connectors/marketplace-sample/index.ts';
import type { BenchResult } from './bench-result.ts';

export const name = 'import';

const MAX_RATIO = 3;
const MAX_MEMORY = 2 * 1024 ** 3;

interface Measured {
  readonly seconds: number;
  readonly rows: number;
  readonly maxRssBytes: number;
}

/** Where the sample of a size and its imported data lie between benchmarks of one run. */
export function benchFolder(tickets: number): string {
  return join(tmpdir(), `vigie-bench-${tickets}`);
}

/** Imports the generated sample from NDJSON to queryable facts, beside chDB loading the same file into a plain table. */
export async function run(options: { tickets: number }): Promise<BenchResult[]> {
  const folder = benchFolder(options.tickets);
  const file = await writeSample(folder, options.tickets);
  const yardstick = inProcess('plain', file, join(folder, 'plain'));
  const ours = inProcess('vigie', file, join(folder, 'data'));
  rmSync(join(folder, 'plain'), { recursive: true, force: true });
  const label = `${options.tickets.toLocaleString('en')} tickets`;
  const ratio = ours.seconds / yardstick.seconds;
  const memory = ours.maxRssBytes / MAX_MEMORY;
  return [
    {
      name: `import ${label}, ${ours.rows.toLocaleString('en')} events, to facts`,
      value: ours.seconds,
      unit: 's',
      yardstick: `chDB alone into a plain table (${yardstick.seconds.toFixed(1)} s)`,
      ratio,
      budget: `≤ ${MAX_RATIO} ×`,
      ok: ratio <= MAX_RATIO,
    },
    {
      name: 'import peak memory',
      value: ours.maxRssBytes / 1024 ** 2,
      unit: 'MiB',
      yardstick: '2 GiB',
      ratio: memory,
      budget: '< 2 GiB',
      ok: memory < 1,
    },
  ];
}

/** Writes the sample once; a half-written file is never taken for a whole one. */
async function writeSample(folder: string, tickets: number): Promise<string> {
  const file = join(folder, 'events.ndjson');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const out = createWriteStream(`${file}.part`, { highWaterMark: 1 << 22 });
  let text = '';
  for (const event of generateMarketplace({ tickets, seed: 1 })) {
    const { id, source, type, at, key, data } = event;
    text += `${JSON.stringify({ specversion: '1.0', id, source, type, time: new Date(at).toISOString(), subject: key, data })}\n`;
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
  renameSync(`${file}.part`, file);
  return file;
}

/** Each side runs in a process of its own, so that neither warms the other's caches or shares its memory. */
function inProcess(side: 'plain' | 'vigie', file: string, data: string): Measured {
  rmSync(data, { recursive: true, force: true });
  statSync(file);
  const child = spawnSync(process.execPath, [join(import.meta.dirname, `import-${side}.ts`), file, data], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0) throw new Error(`The ${side} side of the import benchmark ended with ${child.status}.`);
  return JSON.parse(child.stdout.trim().split('\n').at(-1) as string) as Measured;
}
