import type { z } from 'zod';
import type { plannedStep, planQuery } from '#contract/schemas/watch/watch.ts';
import { cycleKey } from '#domain/sla/cycle-key.ts';
import type { CompiledStep } from '#domain/sla/escalation/step.ts';
import type { Records } from '#records/client.ts';
import { listAcknowledgements } from '#records/watch/acknowledgements.ts';
import { listUpcomingClocks, type OpenClockRecord } from '#records/watch/open-clocks.ts';
import { listRunKeys, stepKey } from '#records/watch/step-runs.ts';
import type { App } from '../app.ts';
import { planMessages } from './plan-messages.ts';
import { itemOf } from './take-due-steps.ts';
import { readWatchContext, type WatchContext } from './watch-context.ts';

type PlannedStepView = z.infer<typeof plannedStep>;

const hourMs = 3_600_000;

/**
 * A dry run: the steps that would run in the next hours if nothing happens, by time, and whom each would tell. Of a ticket
 * it shows all of them, those that ran too.
 */
export async function planWatch(
  app: App,
  everywhere: Records,
  { hours, ticket, limit }: z.infer<typeof planQuery>,
): Promise<{ now: string; items: PlannedStepView[] }> {
  const { records, workspace } = app;
  const now = app.now();
  const until = ticket === undefined ? now + hours * hourMs : Number.POSITIVE_INFINITY;
  const clocks = await listUpcomingClocks(records, workspace, { until: new Date(now + hours * hourMs), ticket, limit });
  const tickets = clocks.map((clock) => clock.ticket);
  const [context, ran, held] = await Promise.all([
    readWatchContext(app, everywhere),
    listRunKeys(records, workspace, tickets),
    listAcknowledgements(records, workspace, tickets),
  ]);
  const heldKeys = new Set(held.map(cycleKey));
  const items = clocks.flatMap((clock) => stepsOf(context, clock, { ran, held: heldKeys.has(cycleKey(clock)) }));
  const wanted = items.filter((item) => Date.parse(item.at) <= until && (ticket !== undefined || !item.ran));
  wanted.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return { now: new Date(now).toISOString(), items: wanted.slice(0, limit) };
}

function stepsOf(
  context: WatchContext,
  clock: OpenClockRecord,
  { ran, held }: { readonly ran: ReadonlySet<string>; readonly held: boolean },
): PlannedStepView[] {
  const policy = context.policyOf(clock.policy, clock.policyVersion);
  const target = policy?.targets.find(({ id }) => id === clock.target);
  if (policy === null || target === undefined) return [];
  const { ticket, cycle } = clock;
  return clock.steps.flatMap(({ step: id, round, at }) => {
    const step = target.steps.find((one) => one.id === id);
    if (step === undefined) return [];
    const run = { ticket, policy: policy.id, target: target.id, cycle, step: id, round };
    const due = { ...run, kind: step.kind, dueAt: at, ranAt: at, outcome: 'on-time' } as const;
    const item = itemOf({ run: { ...due, workspace: clock.workspace }, clock, policy });
    return {
      ...run,
      kind: step.kind,
      at: new Date(at).toISOString(),
      ran: ran.has(stepKey(run)),
      held: held && step.kind !== 'breach',
      tells: tellsOf(context, step, item),
    };
  });
}

function tellsOf(
  context: WatchContext,
  { actions }: CompiledStep,
  item: ReturnType<typeof itemOf>,
): PlannedStepView['tells'] {
  const nameOf = (id: string) => context.members.find(({ userId }) => userId === id)?.name ?? id;
  return actions.flatMap((action, place) =>
    planMessages({ ...item, action }, place, context).map(({ way, recipient }) => ({
      way,
      recipient: way === 'in-app' || way === 'member-mail' ? nameOf(recipient) : recipient,
      action: action.type,
    })),
  );
}
