import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnServer } from '#test/support/spawn-vigie.ts';

export interface RunningVigie {
  readonly origin: string;
  close(): Promise<void>;
}

/** `vigie start` in a process and an empty data folder of its own, on any free port. */
export async function startVigie(): Promise<RunningVigie> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-e2e-'));
  const running = await spawnServer({ cwd: dataFolder, dataFolder }, ['start', '--port', '0', '--json']);
  const { url } = JSON.parse(running.firstLine) as { url: string };
  return {
    origin: url,
    async close() {
      await running.stop('SIGTERM');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function getJson<Answer>(url: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Loads a bundled sample over the API and waits until its figures stand. */
export async function loadSample(origin: string, sample: string, query = ''): Promise<void> {
  const { id } = await getJson<{ id: string }>(`${origin}/api/v1/samples/${sample}${query}`, { method: 'POST' });
  for (;;) {
    const { state } = await getJson<{ state: string }>(`${origin}/api/v1/imports/${id}`);
    if (state === 'done') return;
    if (state === 'failed') throw new Error(`The sample ${sample} could not be loaded`);
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

/** Asks the API a question, to hold a screen against its answer. */
export async function ask(origin: string, query: object): Promise<{ total: (number | null)[] }> {
  return getJson(`${origin}/api/v1/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(query),
  });
}
