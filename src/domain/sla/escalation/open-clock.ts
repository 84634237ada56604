import type { Event } from '../../ticket/event.ts';
import { foldTicket, type TicketFold } from '../../ticket/fold-ticket.ts';
import type { Clock } from '../clock.ts';
import type { CompiledTarget, FoldRules } from '../rules.ts';
import { brokenAt, type PlannedStep, planSteps } from './plan-steps.ts';

/** A clock that time still moves, with all that the watch needs of it. It says the same whenever it is folded. */
export interface OpenClock
  extends Pick<
    Clock,
    'ticket' | 'policy' | 'policyVersion' | 'policyKind' | 'target' | 'metric' | 'cycle' | 'agent' | 'team'
  > {
  readonly startedAt: number;
  readonly targetSeconds: number;
  /** When the target is used up; null while it stands still. */
  readonly dueAt: number | null;
  /** The first instant at which it is broken, behind or ahead. */
  readonly breachAt: number | null;
  readonly steps: readonly PlannedStep[];
}

/** Whether time still moves a clock or would once its pause ends: it is not stopped. A breached one may be open. */
export function isOpenClock({ status, stoppedAt, superseded }: Clock): boolean {
  return stoppedAt === null && !superseded && status !== 'met' && status !== 'cancelled';
}

/** The compiled target of each clock, by what names it. */
function findTarget(rules: FoldRules, clock: Clock): CompiledTarget | null {
  for (const { families } of rules.kinds) {
    for (const { id, versions } of families) {
      if (id !== clock.policy) continue;
      const version = versions.find((one) => one.version === clock.policyVersion);
      return version?.targets.find((target) => target.id === clock.target) ?? null;
    }
  }
  return null;
}

/** The open clocks of a folded ticket; none once it is merged or deleted. */
export function openClocksOf({ story, clocks, rules }: TicketFold): readonly OpenClock[] {
  if (story.ended !== null) return [];
  return clocks.filter(isOpenClock).flatMap((clock) => {
    const target = findTarget(rules, clock);
    if (target === null) return [];
    const { ticket, policy, policyVersion, policyKind, metric, cycle, agent, team } = clock;
    return {
      ...{ ticket, policy, policyVersion, policyKind, target: target.id, metric, cycle, agent, team },
      startedAt: clock.startedAt,
      targetSeconds: clock.targetSeconds,
      dueAt: clock.dueAt,
      breachAt: brokenAt(clock, target),
      steps: planSteps(clock, target),
    };
  });
}

/**
 * The open clocks of a ticket whose facts are folded as of its last event: versions of policies that began for open tickets
 * since then, up to `now`, count too.
 */
export function openClocksNow(fold: TicketFold, events: readonly Event[], now: number): readonly OpenClock[] {
  const switched = fold.rules.switches.some(({ at }) => at > fold.asOf && at <= now);
  const current = switched ? foldTicket(events, fold.rules, now) : fold;
  return current === null ? [] : openClocksOf(current);
}
