import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Installation } from '#app/installation.ts';
import { openInstallation } from '#app/open-installation.ts';
import type { DailyJob } from '#jobs/job.ts';
import { startJobs } from '#jobs/start-jobs.ts';
import { hurryQueues } from '#test/support/hurry-queues.ts';
import { createTestStores, type TestStores } from '#test/support/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-jobs-'));
const pace = { cronSeconds: 1, pollSeconds: 1, superviseSeconds: 1, heartbeatSeconds: 10 };
const failures: object[] = [];
const log = { error: (fields: object) => failures.push(fields) };
const secret = 'a secret that all nodes are given';
let stores: TestStores;
let nodes: Installation[];

const placesOf = (node: string) => ({ ...stores.places, dataFolder: join(folder, node), secret, workers: 1 });

beforeAll(async () => {
  stores = await createTestStores(folder);
  nodes = [await openInstallation(placesOf('one')), await openInstallation(placesOf('two'))];
});
afterAll(async () => {
  for (const node of nodes) await node.close();
  await stores.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('a job whose process is killed is done by another; then it is done, for all of them', async () => {
  // It says first that it is ready, then that it has begun the job.
  const child = fork(join(import.meta.dirname, 'job-child.ts'), [JSON.stringify(placesOf('child'))], { execArgv: [] });
  await once(child, 'message', { signal: AbortSignal.timeout(50_000) });
  const [first] = nodes as [Installation];
  const begun = once(child, 'message');
  let over = false;
  const hurrying = (async () => {
    for (; !over; await sleep(500)) await hurryQueues(first);
  })();
  await begun;
  const killed = once(child, 'exit');
  child.kill('SIGKILL');
  await killed;
  let runs = 0;
  const job: DailyJob = { id: 'test-daily', every: 'day', hour: 0, run: async () => void runs++ };
  const running = await Promise.all(nodes.map((node) => startJobs(node, log, { jobs: [job], pace })));
  await expect.poll(() => runs, { timeout: 40_000, interval: 250 }).toBe(1);
  // Both look for work again and again.
  await sleep(5_000);
  expect(runs).toBe(1);
  over = true;
  await hurrying;
  for (const jobs of running) await jobs.stop();
  expect(failures).toEqual([]);
}, 60_000);
