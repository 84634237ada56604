import type { CycleName } from '#domain/sla/cycle-key.ts';
import type { WatchItem } from '#domain/sla/escalation/watch-item.ts';
import type { Records } from '#records/client.ts';
import type { OpenClockRecord } from '#records/watch/open-clocks.ts';
import { addStepRuns, countAsked } from '#records/watch/step-runs.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { findTold } from './find-audience.ts';
import { planMessages } from './plan-messages.ts';
import { postErrands } from './post-errands.ts';
import { seeClocks } from './see-clocks.ts';
import { readWatchContext, type WatchContext } from './watch-context.ts';

/** Steps of policies have other ids. */
const askedStep = ':asked';

/**
 * Tells the managers of open clocks now, whatever their policies say. `view` is the workspace as whoever asks sees it,
 * `everywhere` the records of the installation. Throws `clock.unknown`, and then nobody is told.
 */
export async function escalateClocks(
  app: App,
  view: App,
  everywhere: Records,
  names: readonly CycleName[],
  by: By,
): Promise<{ readonly escalated: number; readonly told: string[] }> {
  const { records, workspace } = app;
  const clocks = await seeClocks(records, view, names);
  const context = await readWatchContext(app, everywhere);
  const told = new Set(clocks.flatMap((clock) => findTold('manager', clock, context.members)).map(({ name }) => name));
  const who = 'name' in by.actor ? by.actor.name : null;
  await records.transaction().execute(async (trx) => {
    const now = app.now();
    const items: WatchItem[] = [];
    for (const clock of clocks) {
      const round = (await countAsked(trx, clock, askedStep)) + 1;
      items.push(itemOf(context, clock, { round, now, who }));
    }
    await addStepRuns(
      trx,
      items.map(({ ticket, policy, target, cycle, step, round }) => ({
        ...{ workspace, ticket, policy, target, cycle, step, round },
        ...{ kind: 'asked', outcome: 'on-time', dueAt: now, ranAt: now },
      })),
    );
    const errands = items.flatMap((item) => planMessages(item, 0, context));
    await postErrands(trx, workspace, errands, now);
    const details = { tickets: [...new Set(items.map(({ ticket }) => ticket))].slice(0, 50), count: items.length };
    await recordAudit(trx, workspace, by, { action: 'clock.escalated', details });
  });
  app.bell.ring();
  return { escalated: clocks.length, told: [...told].sort() };
}

function itemOf(
  context: WatchContext,
  clock: OpenClockRecord,
  { round, now, who }: { readonly round: number; readonly now: number; readonly who: string | null },
): WatchItem {
  const { ticket, policy, policyVersion, policyKind, target, metric, cycle, agent, team } = clock;
  return {
    ...{ kind: 'asked', ticket, policy, policyKind, target, metric, cycle, step: askedStep, round, agent, team },
    policyName: context.policyOf(policy, policyVersion)?.name ?? policy,
    action: { type: 'notify', to: 'manager' },
    targetSeconds: Number(clock.targetSeconds),
    startedAt: clock.startedAt.getTime(),
    dueAt: clock.dueAt?.getTime() ?? null,
    ...{ stepDueAt: now, ranAt: now, late: false, by: who },
  };
}
