import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerHttp } from '#test/support/answer-http.ts';
import type { DeskServer } from '#test/support/desk-server.ts';
import type { BenchResult } from './bench-result.ts';
import { withServer } from './bench-server.ts';
import { Listener } from './listener.ts';
import { ask, promiseReplies } from './open-clocks.ts';
import { median, type Point, theilSen } from './theil-sen.ts';

export const name = 'soak';

const EVENTS_PER_SECOND = 200;
const BATCH = 50;
const LISTENERS = 50;
const WALL_EVERY_MS = 10_000;
const SAMPLE_EVERY_MS = 1_000;
/** The least of so many samples is what is kept: between two collections of garbage memory only rises. */
const SAMPLES_A_POINT = 30;
const WARM_UP_SECONDS = 30;
/** Tickets that nobody answers break within the run. */
const TARGET_SECONDS = 20;
/** Growth in an hour that still is none, of the memory in use. */
const FLAT = 0.05;

/** Everything that a server does, steadily: whether its memory stays what it is once it is warm. */
export async function run({ minutes }: { readonly minutes: number }): Promise<BenchResult[]> {
  const hook = await answerHttp((_request, _body, response) => response.writeHead(204).end());
  try {
    return await withServer((server) => soak(server, hook.url, minutes), { VIGIE_OUTGOING_PRIVATE: '1' });
  } finally {
    await hook.close();
  }
}

async function soak(server: DeskServer, url: string, minutes: number): Promise<BenchResult[]> {
  await ask(server, 'POST', '/channels', { id: 'hook', kind: 'webhook', name: 'Hook', language: 'en', url });
  const steps = [{ id: 'late', at: 'breach', do: [{ type: 'notify', to: 'channel', channel: 'hook' }] }];
  await promiseReplies(server, { seconds: TARGET_SECONDS, warnAt: [], steps });
  const listeners = Array.from({ length: LISTENERS }, () => new Listener(server));
  await Promise.all(listeners.map(({ connected }) => connected));
  const load = new Load(server);
  try {
    await sleep(WARM_UP_SECONDS * 1_000);
    const before = load.events;
    const samples = await sample(server, minutes);
    return resultsOf(samples, (load.events - before) / (minutes * 60), minutes);
  } finally {
    for (const listener of listeners) listener.hangUp();
    await load.stop();
  }
}

/** Events, reports and wallboards, each at its own pace; throws at `stop` what any of them met. */
class Load {
  events = 0;
  readonly #ending = new AbortController();
  readonly #loops: Promise<unknown>;

  constructor(server: DeskServer) {
    const every = async (ms: number, work: () => Promise<void>) => {
      for (let next = performance.now(); !this.#ending.signal.aborted; next += ms) {
        await sleep(Math.max(0, next - performance.now()));
        await work();
      }
    };
    const walls = Array.from({ length: LISTENERS }, () =>
      every(WALL_EVERY_MS, async () => void (await ask(server, 'GET', '/live/wall'))),
    );
    this.#loops = Promise.all([
      every((BATCH * 1_000) / EVENTS_PER_SECOND, () => this.#send(server)),
      every(1_000, () => askReport(server)),
      ...walls,
    ]);
    this.#loops.catch(() => this.#ending.abort());
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#loops;
  }

  async #send(server: DeskServer): Promise<void> {
    const events = Array.from({ length: BATCH }, (_, place) => eventOf(this.events + place));
    const { status, code } = await server.send(events);
    if (status === 200) this.events += BATCH;
    else if (status !== 429) throw new Error(`Events were answered with ${status} ${code}.`);
  }
}

/** A ticket of four events; one of eight is never answered. */
function eventOf(index: number): object {
  const [number, place] = [Math.floor(index / 4), index % 4];
  const ticket = `S-${number}`;
  const actor = { kind: 'agent', id: `a${number % 40}` };
  const last = number % 8 === 0 ? ['ticket.updated', { priority: 'urgent' }] : ['ticket.status', { status: 'solved' }];
  const [type, data] = [
    [
      'ticket.created',
      { channel: 'chat', priority: 'urgent', team: `t${number % 5}`, customer: { id: `c${number % 500}` } },
    ],
    ['ticket.assigned', { agent: actor.id }],
    number % 8 === 0
      ? ['ticket.updated', { tags: ['late'] }]
      : ['ticket.message', { actor, direction: 'outbound', public: true }],
    last,
  ][place] as [string, object];
  const time = new Date(Date.now() - 1_000 + place).toISOString();
  return { specversion: '1.0', id: `${ticket}-${place}`, source: 'bench', type, time, subject: ticket, data };
}

async function askReport(server: DeskServer): Promise<void> {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const kpis = ['tickets-created', 'sla-compliance', 'first-reply-time'];
  await ask(server, 'POST', '/query', { kpis, by: ['team'], from: day(-7), to: day(1) });
}

/** The resident memory of the server in MiB, by the hour, from now on. */
async function sample({ running }: DeskServer, minutes: number): Promise<Point[]> {
  const samples: Point[] = [];
  const started = performance.now();
  for (;;) {
    const ms = performance.now() - started;
    if (ms > minutes * 60_000) return samples;
    const status = readFileSync(`/proc/${running.child.pid}/status`, 'utf8');
    samples.push({ at: ms / 3_600_000, value: Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024 });
    await sleep(SAMPLE_EVERY_MS);
  }
}

/** The least of every so many samples; a rest that is fewer is left out. */
function floorsOf(samples: readonly Point[]): Point[] {
  const points = Array.from({ length: Math.floor(samples.length / SAMPLES_A_POINT) }, (_, point) =>
    samples.slice(point * SAMPLES_A_POINT, (point + 1) * SAMPLES_A_POINT),
  );
  return points.map((point) => point.reduce((a, b) => (b.value < a.value ? b : a)));
}

function resultsOf(samples: readonly Point[], rate: number, minutes: number): BenchResult[] {
  const floors = floorsOf(samples);
  const half = floors.slice(Math.floor(floors.length / 2));
  const resident = median(half.map(({ value }) => value));
  const slope = theilSen(half);
  const most = resident * FLAT;
  const [first, last] = [floors[0]?.value ?? Number.NaN, floors.at(-1)?.value ?? Number.NaN];
  const peak = samples.reduce((highest, { value }) => Math.max(highest, value), 0);
  return [
    {
      name: 'soak: memory gained in an hour',
      ...{ value: slope, unit: 'MiB/hour', ratio: slope / most },
      yardstick: `5 % of ${resident.toFixed(0)} MiB (${minutes} min, from ${first.toFixed(0)} to ${last.toFixed(0)}, at most ${peak.toFixed(0)} MiB)`,
      ...{ budget: `≤ ${most.toFixed(0)} MiB/hour`, ok: slope <= most },
    },
    {
      name: 'soak: events taken meanwhile',
      ...{ value: rate, unit: 'events/s', yardstick: `${EVENTS_PER_SECOND} events/s`, ratio: rate / EVENTS_PER_SECOND },
      ...{ budget: '≥ 95 %', ok: rate >= 0.95 * EVENTS_PER_SECOND },
    },
  ];
}
