import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskServer } from '#test/support/desk-server.ts';
import type { BenchResult } from './bench-result.ts';
import { withServer } from './bench-server.ts';
import { openClocks, promiseReplies } from './open-clocks.ts';

export const name = 'desk';

const ASKED = 12;
const TARGET_SECONDS = 14_400;

const pages = [
  ['desk: first page', '/clocks?open=true&limit=50', 150],
  ['desk: first page by due instant', '/clocks?open=true&sort=due&limit=50', 150],
  ['desk: first page of what broke', '/clocks?open=true&status=breached&limit=50', 150],
  [`desk: first page of a team`, `/clocks?open=true&limit=50&filter=${team('t7')}`, 150],
  ['desk: wallboard', '/live/wall', 200],
  ['desk: wallboard of a team', `/live/wall?filter=${team('t7')}`, 200],
] as const;

function team(value: string): string {
  return encodeURIComponent(JSON.stringify({ field: 'team', op: 'is', value }));
}

/** The desk and the wallboard, asked again and again while very many clocks are open. */
export async function run({ clocks }: { readonly clocks: number }): Promise<BenchResult[]> {
  return withServer(async (server) => {
    await promiseReplies(server, { seconds: TARGET_SECONDS, warnAt: [0.75], steps: [] });
    const now = Date.now();
    await openClocks(server, clocks, {
      priority: (index) => (index % 3 === 0 ? 'urgent' : 'normal'),
      // Over six hours: a third of the urgent ones are broken.
      createdAt: (index) => now - Math.floor(((index * 7_919) % clocks) * (21_600_000 / clocks)),
    });
    const results: BenchResult[] = [];
    for (const [title, path, most] of pages) results.push(resultOf(title, await timesOf(server, path), most, clocks));
    return results;
  });
}

/** Milliseconds of each answer. The wallboard is good for a second and rests after it: each is waited for. */
async function timesOf(server: DeskServer, path: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = -2; round < ASKED; round++) {
    if (path.startsWith('/live')) await sleep(2_500);
    const started = performance.now();
    const answer = await server.ask(path);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${text}`);
    if (round >= 0) times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
}

function resultOf(title: string, sorted: readonly number[], most: number, clocks: number): BenchResult {
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return {
    name: `${title}, p95`,
    value: at(0.95),
    unit: 'ms',
    yardstick: `${most} ms at ${clocks.toLocaleString('en')} open clocks (p50 ${at(0.5).toFixed(0)} ms)`,
    ratio: at(0.95) / most,
    budget: `≤ ${most} ms`,
    ok: at(0.95) <= most,
  };
}
