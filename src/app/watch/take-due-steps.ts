import { cycleKey } from '#domain/sla/cycle-key.ts';
import type { WatchItem } from '#domain/sla/escalation/watch-item.ts';
import type { CompiledPolicy, CompiledTarget } from '#domain/sla/rules.ts';
import type { Records } from '#records/client.ts';
import { listAcknowledgements } from '#records/watch/acknowledgements.ts';
import { findDueWorkspace, type OpenClockRecord, passSteps, takeDueClocks } from '#records/watch/open-clocks.ts';
import { addStepRuns, type NewStepRun, stepKey } from '#records/watch/step-runs.ts';
import type { StepOutcome } from '#records/watch/watch-tables.ts';
import type { Installation } from '../installation.ts';
import { planMessages } from './plan-messages.ts';
import { postErrands } from './post-errands.ts';
import { readWatchContext, type WatchContext } from './watch-context.ts';

/** Clocks taken at once: many, so that a hundred thousand due together are done in moments. */
const CLOCKS_AT_ONCE = 1_000;

/** A step noticed later than this says that it is late; later than `MISSED_MS` nobody is told any more. */
const LATE_MS = 60_000;
const MISSED_MS = 24 * 3_600_000;

/**
 * Runs the steps that are due of some clocks of one workspace, and says how many clocks it looked at. What runs, and what goes
 * out for it, is written in one transaction: a process that dies has done all of it or nothing, and no step runs twice.
 */
export async function takeDueSteps(installation: Installation): Promise<number> {
  const { everywhere } = installation.records;
  const workspace = await findDueWorkspace(everywhere, new Date(installation.now()));
  if (workspace === null) return 0;
  const app = await installation.workspace(workspace);
  const context = await readWatchContext(app, everywhere);
  return app.records.transaction().execute(async (trx) => {
    const now = app.now();
    const clocks = await takeDueClocks(trx, workspace, new Date(now), CLOCKS_AT_ONCE);
    if (clocks.length === 0) return 0;
    await runSteps(trx, context, clocks, now);
    return clocks.length;
  });
}

interface DueStep {
  readonly run: NewStepRun;
  readonly clock: OpenClockRecord;
  readonly policy: CompiledPolicy;
  readonly step: CompiledTarget['steps'][number];
}

async function runSteps(
  trx: Records,
  context: WatchContext,
  clocks: readonly OpenClockRecord[],
  now: number,
): Promise<void> {
  const { workspace } = context.app;
  const tickets = clocks.map(({ ticket }) => ticket);
  const acknowledged = new Set((await listAcknowledgements(trx, workspace, tickets)).map(cycleKey));
  const due = clocks.flatMap((clock) => dueSteps(context, clock, acknowledged.has(cycleKey(clock)), now));
  const fresh = await addStepRuns(
    trx,
    due.map(({ run }) => run),
  );
  await passSteps(trx, workspace, clocks, new Date(now));
  const told = due.filter(
    ({ run }) => fresh.has(stepKey(run)) && (run.outcome === 'on-time' || run.outcome === 'late'),
  );
  const errands = told.flatMap((one) =>
    one.step.actions.flatMap((action, place) => planMessages({ ...itemOf(one), action }, place, context)),
  );
  await postErrands(trx, workspace, errands, now);
}

function dueSteps(context: WatchContext, clock: OpenClockRecord, acknowledged: boolean, now: number): DueStep[] {
  const policy = context.policyOf(clock.policy, clock.policyVersion);
  const target = policy?.targets.find(({ id }) => id === clock.target);
  if (policy === null || target === undefined) return [];
  const { workspace, ticket, cycle } = clock;
  return clock.steps.flatMap(({ step: id, round, at }) => {
    const step = target.steps.find((one) => one.id === id);
    if (at > now || step === undefined) return [];
    const outcome = outcomeOf(now - at, acknowledged && step.kind !== 'breach');
    const run: NewStepRun = {
      ...{ workspace, ticket, policy: policy.id, target: target.id, cycle, step: id, round },
      ...{ kind: step.kind, outcome, dueAt: at, ranAt: now },
    };
    return { run, clock, policy, step };
  });
}

function outcomeOf(lateMs: number, held: boolean): StepOutcome {
  if (lateMs > MISSED_MS) return 'missed';
  if (held) return 'held';
  return lateMs > LATE_MS ? 'late' : 'on-time';
}

/** What is told of a step of a clock. */
export function itemOf({ run, clock, policy }: Omit<DueStep, 'step'>): Omit<WatchItem, 'action'> {
  const { ticket, target, metric, cycle, policyKind, targetSeconds, agent, team } = clock;
  return {
    ...{ kind: run.kind, ticket, policy: policy.id, policyName: policy.name, policyKind, target, metric, cycle },
    ...{ step: run.step, round: run.round, targetSeconds: Number(targetSeconds), agent, team },
    startedAt: clock.startedAt.getTime(),
    dueAt: clock.dueAt?.getTime() ?? null,
    stepDueAt: run.dueAt,
    ranAt: run.ranAt,
    late: run.outcome === 'late',
    by: null,
  };
}
