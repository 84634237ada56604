import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerHttp } from '#test/support/answer-http.ts';
import type { DeskServer } from '#test/support/desk-server.ts';
import type { BenchResult } from './bench-result.ts';
import { withServer } from './bench-server.ts';
import { ask, openClocks, promiseReplies } from './open-clocks.ts';

export const name = 'watch';

const TARGET_SECONDS = 14_400;
/** A clock warns so long before it breaks; both lie in the minute. */
const WARN_SECONDS = 20;
const SPREAD_MS = 30_000;
/** Where nothing has run for so long while steps are due, nothing more is to come. */
const QUIET_MS = 5_000;
const BUDGET_SECONDS = 60;
const MOST_MB = 1_500;

const steps = [
  {
    id: 'soon',
    at: { warning: { remainingSeconds: WARN_SECONDS } },
    do: [{ type: 'notify', to: 'channel', channel: 'hook' }],
  },
  { id: 'late', at: 'breach', do: [{ type: 'notify', to: 'channel', channel: 'hook' }] },
];

/** Very many clocks that warn and break within the same minute: how soon all is written down, and told once. */
export async function run({ clocks }: { readonly clocks: number }): Promise<BenchResult[]> {
  const told = new Told();
  const hook = await answerHttp(({ headers }, body, response) => {
    told.take(String(headers['webhook-id']), body);
    response.writeHead(204).end();
  });
  try {
    return await withServer((server) => fallDue(server, hook.url, clocks, told), { VIGIE_OUTGOING_PRIVATE: '1' });
  } finally {
    await hook.close();
  }
}

/** What the webhook was told: which steps, by which messages. A message that comes again comes under the same id. */
class Told {
  readonly steps = new Map<string, number>();
  readonly #messages = new Set<string>();
  repeated = 0;

  get messages(): number {
    return this.#messages.size;
  }

  take(id: string, body: string): void {
    if (this.#messages.has(id)) {
      this.repeated++;
      return;
    }
    this.#messages.add(id);
    const said = JSON.parse(body) as { data: Item | { items: readonly { data: Item }[] } };
    const items = 'items' in said.data ? said.data.items.map(({ data }) => data) : [said.data];
    for (const { ticket, step } of items) {
      const key = `${ticket} ${step.id}`;
      this.steps.set(key, (this.steps.get(key) ?? 0) + 1);
    }
  }
}

interface Item {
  readonly ticket: string;
  readonly step: { readonly id: string };
}

async function fallDue(server: DeskServer, url: string, clocks: number, told: Told): Promise<BenchResult[]> {
  await ask(server, 'POST', '/channels', { id: 'hook', kind: 'webhook', name: 'Hook', language: 'en', url });
  await promiseReplies(server, { seconds: TARGET_SECONDS, warnAt: [{ remainingSeconds: WARN_SECONDS }], steps });
  const minute = Date.now() + 30_000 + clocks * 0.6;
  await openClocks(server, clocks, {
    priority: () => 'urgent',
    createdAt: (index) =>
      minute + WARN_SECONDS * 1000 + Math.floor((index * SPREAD_MS) / clocks) - TARGET_SECONDS * 1000,
  });
  if (Date.now() > minute) throw new Error('The clocks were not there before they fell due.');
  const lastDue = minute + WARN_SECONDS * 1000 + SPREAD_MS;
  await sleep(lastDue - Date.now());
  const runs = await readRuns(server);
  // What is told is gathered for a minute at most.
  for (let waited = 0; waited < 120 && told.steps.size < clocks * 2; waited++) await sleep(1_000);
  const last = runs.reduce((latest, { ranAt }) => Math.max(latest, Date.parse(ranAt)), 0);
  const seconds = (last - minute) / 1000;
  return resultsOf({ clocks, seconds, runs: runs.length, told, peak: peakMegabytes(server) });
}

interface Page {
  readonly items: readonly Run[];
  readonly next: string | null;
}

interface Run {
  readonly ticket: string;
  readonly step: string;
  readonly ranAt: string;
}

/** Every step that ran, once none has for some seconds; each only once, however many times the server lists it. */
async function readRuns(server: DeskServer): Promise<Run[]> {
  const page = async (query: string) => (await ask(server, 'GET', `/watch/steps?${query}`)) as Page;
  for (let last = ''; ; ) {
    const [newest] = (await page('limit=1')).items;
    if (newest?.ranAt === last) break;
    last = newest?.ranAt ?? '';
    await sleep(QUIET_MS);
  }
  const runs = new Map<string, Run>();
  for (let after = ''; ; ) {
    const { items, next } = await page(`limit=200${after}`);
    for (const run of items) runs.set(`${run.ticket} ${run.step}`, run);
    if (next === null) return [...runs.values()];
    after = `&after=${encodeURIComponent(next)}`;
  }
}

/** The most memory that the server held at any time, in MB. */
function peakMegabytes({ running }: DeskServer): number {
  const status = readFileSync(`/proc/${running.child.pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1000;
}

interface Measured {
  readonly clocks: number;
  /** From the first due instant to the last step that was written. */
  readonly seconds: number;
  readonly runs: number;
  readonly told: Told;
  readonly peak: number;
}

function resultsOf({ clocks, seconds, runs, told, peak }: Measured): BenchResult[] {
  const twice = [...told.steps.values()].filter((times) => times > 1).length;
  const steps = `${(clocks * 2).toLocaleString('en')} steps`;
  return [
    {
      name: 'watch: from the first due to the last written',
      ...{ value: seconds, unit: 's', ratio: seconds / BUDGET_SECONDS },
      yardstick: `${BUDGET_SECONDS} s, the minute in which ${clocks.toLocaleString('en')} clocks warn and break`,
      ...{ budget: `≤ ${BUDGET_SECONDS} s`, ok: seconds <= BUDGET_SECONDS },
    },
    {
      name: 'watch: steps written',
      ...{ value: runs, unit: 'steps', ratio: runs / (clocks * 2) },
      yardstick: `${steps} (${Math.round(runs / seconds).toLocaleString('en')} steps/s)`,
      ...{ budget: 'all', ok: runs === clocks * 2 },
    },
    {
      name: 'watch: steps told',
      ...{ value: told.steps.size, unit: 'steps', ratio: told.steps.size / (clocks * 2) },
      yardstick: `${steps}, by ${told.messages} messages (${told.repeated} sent again), ${twice} twice`,
      ...{ budget: 'all, none twice', ok: told.steps.size === clocks * 2 && twice === 0 },
    },
    {
      name: 'watch: most memory of the server',
      ...{ value: peak, unit: 'MB', yardstick: `${MOST_MB} MB`, ratio: peak / MOST_MB },
      ...{ budget: `≤ ${MOST_MB} MB`, ok: peak <= MOST_MB },
    },
  ];
}
