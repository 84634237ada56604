import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerHttp } from '#test/support/answer-http.ts';
import { DeskServer, makeToken } from '#test/support/desk-server.ts';
import type { BenchResult } from './bench-result.ts';
import { Listener } from './listener.ts';

export const name = 'live';

const LISTENERS = 200;
const EVENTS = 60;
const TICKETS = 60;
const TARGET_SECONDS = 3;
const MOST_MS = 1_500;

/**
 * With as many wallboards connected as there may be: how long from an event to the screens, and from the instant at which a
 * promise breaks to the webhook that tells it.
 */
export async function run(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-live-'));
  const place = {
    cwd: folder,
    dataFolder: join(folder, 'data'),
    env: { VIGIE_OUTGOING_PRIVATE: '1', VIGIE_WORKERS: '2' },
  };
  const arrived = new Map<string, number>();
  const hook = await answerHttp((_, body, response) => {
    const { data } = JSON.parse(body) as { data: { ticket: string } };
    if (!arrived.has(data.ticket)) arrived.set(data.ticket, Date.now());
    response.writeHead(204).end();
  });
  const server = await DeskServer.start(place, await makeToken(place, 'admin'));
  const listeners = Array.from({ length: LISTENERS }, () => new Listener(server));
  try {
    await promise(server, hook.url);
    await Promise.all(listeners.map(({ connected }) => connected));
    return [...(await eventToScreens(server, listeners)), await breachToHook(server, arrived)];
  } finally {
    for (const listener of listeners) listener.hangUp();
    await server.running.stop('SIGTERM');
    await hook.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** First replies within seconds, told to a webhook when they break. */
async function promise(server: DeskServer, url: string): Promise<void> {
  const send = async (method: string, path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await server.ask(path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  };
  await send('POST', '/channels', { id: 'hook', kind: 'webhook', name: 'Hook', language: 'en', url });
  const policy = {
    ...{ id: 'quick', name: 'Quick', kind: 'customer', when: { field: 'channel', op: 'is', value: 'chat' } },
    ...{ calendar: 'always', effectiveFrom: '2020-01-01T00:00:00Z' },
    targets: [{ id: 'frt', metric: 'first-reply', seconds: { default: TARGET_SECONDS } }],
    steps: [{ id: 'late', at: 'breach', do: [{ type: 'tag', channel: 'hook', tag: 'late' }] }],
  };
  await send('PUT', '/policies/quick', { policy });
}

async function create(server: DeskServer, ticket: string, channel: string): Promise<number> {
  const at = Date.now();
  const event = { specversion: '1.0', id: ticket, source: 'bench', type: 'ticket.created', subject: ticket };
  const { status } = await server.send([
    { ...event, time: new Date(at).toISOString(), data: { channel, agent: 'a1' } },
  ]);
  if (status !== 200) throw new Error(`An event was answered with ${status}.`);
  return at;
}

async function eventToScreens(server: DeskServer, listeners: readonly Listener[]): Promise<BenchResult[]> {
  const last: number[] = [];
  for (let index = 0; index < EVENTS; index++) {
    const heard = Promise.all(listeners.map((listener) => listener.heard()));
    const started = performance.now();
    await create(server, `screen-${index}`, 'email');
    await heard;
    last.push(performance.now() - started);
    await sleep(300);
  }
  return [resultOf(`live: event to the last of ${LISTENERS} screens`, last)];
}

async function breachToHook(server: DeskServer, arrived: ReadonlyMap<string, number>): Promise<BenchResult> {
  const due = new Map<string, number>();
  for (let index = 0; index < TICKETS; index++) {
    const ticket = `late-${index}`;
    due.set(ticket, (await create(server, ticket, 'chat')) + TARGET_SECONDS * 1000);
    await sleep(100);
  }
  for (let waited = 0; waited < 60_000 && arrived.size < TICKETS; waited += 100) await sleep(100);
  if (arrived.size < TICKETS) throw new Error(`Of ${TICKETS} breaches ${arrived.size} were told within a minute.`);
  const delays = [...due].map(([ticket, at]) => (arrived.get(ticket) ?? 0) - at);
  return resultOf('live: breach to webhook', delays);
}

function resultOf(title: string, times: readonly number[]): BenchResult {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return {
    name: `${title}, p99`,
    value: at(0.99),
    unit: 'ms',
    yardstick: `${MOST_MS} ms (p50 ${at(0.5).toFixed(0)} ms)`,
    ratio: at(0.99) / MOST_MS,
    budget: `≤ ${MOST_MS} ms`,
    ok: at(0.99) <= MOST_MS,
  };
}
