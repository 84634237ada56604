import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnServer, spawnVigie } from '#test/support/spawn-vigie.ts';
import type { BenchResult } from './bench-result.ts';

export const name = 'ingest';

const MIN_EVENTS_PER_SECOND = 3_000;
const MAX_ACK_MS = 300;
const BATCH = 100;
const SECONDS = 20;
const CLIENTS = [1, 8, 32];

interface Target {
  readonly url: string;
  readonly token: string;
}

/** Batches of events over HTTP, from few and from many clients at once, on a server that folds what it takes. */
export async function run(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-ingest-'));
  const place = { cwd: folder, dataFolder: join(folder, 'data'), env: { VIGIE_WORKERS: '2' } };
  const made = await spawnVigie(place, ['token', 'create', '--name', 'bench', '--scope', 'admin', '--json']);
  const { token } = JSON.parse(made.stdout) as { token: string };
  const server = await spawnServer(place, ['start', '--port', '0', '--json']);
  try {
    const target = { url: (JSON.parse(server.firstLine) as { url: string }).url, token };
    const results: BenchResult[] = [];
    let sent = 0;
    for (const clients of CLIENTS) {
      const load = await sendFrom(target, clients);
      sent += load.events;
      results.push(...resultsOf(clients, load));
    }
    results.push(await countKept(target, sent));
    return results;
  } finally {
    await server.stop('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Load {
  readonly events: number;
  readonly seconds: number;
  readonly acks: readonly number[];
}

async function sendFrom(target: Target, clients: number): Promise<Load> {
  const acks: number[] = [];
  const started = performance.now();
  const until = started + SECONDS * 1000;
  const client = async (index: number) => {
    for (let batch = 0; performance.now() < until; batch++) {
      const body = JSON.stringify(eventsOf(`${clients}-${index}-${batch}`));
      const asked = performance.now();
      await post(target, body);
      acks.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  const seconds = (performance.now() - started) / 1000;
  return { events: acks.length * BATCH, seconds, acks: acks.sort((a, b) => a - b) };
}

/** A ticket of four events, again and again: created, assigned, answered, solved. */
function eventsOf(batch: string): object[] {
  const at = Date.now();
  return Array.from({ length: BATCH }, (_, index) => {
    const ticket = `${batch}-${Math.floor(index / 4)}`;
    const agent = { kind: 'agent', id: `a${index % 40}` };
    const [type, data] = [
      ['ticket.created', { channel: 'email', priority: 'normal', team: `t${index % 5}`, customer: { id: ticket } }],
      ['ticket.assigned', { agent: agent.id }],
      ['ticket.message', { actor: agent, direction: 'outbound', public: true }],
      ['ticket.status', { status: 'solved' }],
    ][index % 4] as [string, object];
    const time = new Date(at - 60_000 + index).toISOString();
    return { specversion: '1.0', id: `${ticket}-${index}`, source: 'bench', type, time, subject: ticket, data };
  });
}

async function post({ url, token }: Target, body: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json' };
  for (;;) {
    const response = await fetch(`${url}/api/v1/events`, { method: 'POST', headers, body });
    const answer = (await response.json()) as { accepted?: number };
    if (response.ok && answer.accepted === BATCH) return;
    if (response.status !== 429) throw new Error(`${response.status}: ${JSON.stringify(answer).slice(0, 500)}`);
    await sleep(Number(response.headers.get('retry-after') ?? 1) * 1000);
  }
}

function resultsOf(clients: number, { events, seconds, acks }: Load): BenchResult[] {
  const [rate, p99] = [events / seconds, at(acks, 0.99)];
  const by = `ingest, ${clients} clients, batches of ${BATCH}`;
  return [
    {
      name: `${by}: rate`,
      value: rate,
      unit: 'events/s',
      yardstick: `${MIN_EVENTS_PER_SECOND.toLocaleString('en')} events/s over ${SECONDS} s`,
      ratio: rate / MIN_EVENTS_PER_SECOND,
      budget: `≥ ${MIN_EVENTS_PER_SECOND.toLocaleString('en')} events/s`,
      ok: rate >= MIN_EVENTS_PER_SECOND,
    },
    {
      name: `${by}: answer p99`,
      value: p99,
      unit: 'ms',
      yardstick: `${MAX_ACK_MS} ms (p50 ${at(acks, 0.5).toFixed(0)} ms)`,
      ratio: p99 / MAX_ACK_MS,
      budget: `≤ ${MAX_ACK_MS} ms`,
      ok: p99 <= MAX_ACK_MS,
    },
  ];
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;

/** Whether every event that was taken is counted: each fourth made a ticket. */
async function countKept({ url, token }: Target, sent: number): Promise<BenchResult> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const body = JSON.stringify({ kpis: ['tickets-created'], from: day(-2), to: day(2) });
  const started = performance.now();
  let counted = 0;
  while (counted < sent / 4 && performance.now() - started < 120_000) {
    const response = await fetch(`${url}/api/v1/query`, { method: 'POST', headers, body });
    counted = ((await response.json()) as { total: number[] }).total[0] ?? 0;
    if (counted < sent / 4) await sleep(200);
  }
  return {
    name: 'ingest: tickets counted afterwards',
    value: counted,
    unit: 'tickets',
    yardstick: `${(sent / 4).toLocaleString('en')} taken, the last counted after ${((performance.now() - started) / 1000).toFixed(1)} s`,
    ratio: counted / (sent / 4),
    budget: 'all',
    ok: counted === sent / 4,
  };
}
