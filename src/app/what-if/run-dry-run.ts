import { readCreated } from '#analytics/native/created-ranges.ts';
import type { ChangedTicket } from '#domain/sla/what-if/compare-ticket.ts';
import { addFigures, noFigures, type WhatIfFigures } from '#domain/sla/what-if/figures.ts';
import type { App } from '../app.ts';
import type { WorkerHandle } from '../workers/worker-pool.ts';
import type { PreparedRun } from './prepare-dry-run.ts';

/** Which run each thread has compiled the rules of last. */
const prepared = new WeakMap<WorkerHandle, PreparedRun>();

/** Told after each range: its tickets that stand elsewhere, and how many were looked at. False: nobody wants the rest. */
export type OnRange = (changed: readonly ChangedTicket[], done: number) => Promise<boolean>;

/**
 * Folds the tickets of the period under both sets of policies, in the threads of the pool; nothing of the workspace changes. Null
 * where it was told to stop.
 */
export async function runDryRun(app: App, run: PreparedRun, onRange: OnRange): Promise<WhatIfFigures | null> {
  const rest = [...run.ranges];
  let figures = noFigures;
  let done = 0;
  let stopped = false;
  const lane = async () => {
    for (let range = rest.shift(); range !== undefined && !stopped; range = rest.shift()) {
      const found = await compare(app, run, range);
      figures = addFigures(figures, found.figures);
      done += range.tickets;
      if (!(await onRange(found.changed, done))) stopped = true;
    }
  };
  const lanes = Array.from({ length: app.pool.size + 1 }, () =>
    lane().catch((error: unknown) => {
      rest.length = 0;
      throw error;
    }),
  );
  const outcomes = await Promise.allSettled(lanes);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return stopped ? null : figures;
}

async function compare(app: App, run: PreparedRun, { first, end }: PreparedRun['ranges'][number]) {
  const { period, sets, upTo } = run;
  const scope = { workspace: app.workspace, from: period.from, to: period.to, first, end, upTo };
  const rows = await readCreated(app.analytics, scope);
  return app.pool.use(async (worker) => {
    if (prepared.get(worker) !== run) {
      prepared.delete(worker);
      await worker.call('what-if-rules', sets);
      prepared.set(worker, run);
    }
    return worker.call('what-if', { rows, period });
  });
}
