import type { z } from 'zod';
import type { stepRun } from '#contract/schemas/watch/watch.ts';
import { listStepRuns, type StepRun } from '#records/watch/step-runs.ts';
import type { App } from '../app.ts';
import { parseCursor, writeCursor } from '../cursor.ts';

export type StepRunView = z.infer<typeof stepRun>;

interface Asked {
  readonly ticket?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The steps that ran, the newest first, page by page; of one ticket, or all. */
export async function listRanSteps(
  app: App,
  { ticket, after, limit }: Asked,
): Promise<{ items: StepRunView[]; next: string | null }> {
  const [before] = after === undefined ? [] : parseCursor(after, ['number']);
  const found = await listStepRuns(app.records, app.workspace, { ticket, before, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(viewStepRun),
    next: found.length > limit && last !== undefined ? writeCursor([Number(last.seq)]) : null,
  };
}

export function viewStepRun(run: StepRun): StepRunView {
  const { ticket, policy, target, cycle, step, round, kind, outcome, dueAt, ranAt } = run;
  const instants = { dueAt: dueAt.toISOString(), ranAt: ranAt.toISOString() };
  return { ticket, policy, target, cycle, step, round, kind, outcome, ...instants };
}
