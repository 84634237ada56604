import type { Clock } from '../clock.ts';
import { tryAddMs } from '../clocks/meter.ts';
import type { CompiledTarget, WarningRule } from '../rules.ts';
import { sameWarning } from './compile-steps.ts';
import type { CompiledStep } from './step.ts';

/** A step of one clock and the instant (epoch ms) at which it is due. */
export interface PlannedStep {
  readonly step: string;
  /** From 1: a warning that a new target armed again is the next round of its step. */
  readonly round: number;
  readonly at: number;
}

/**
 * The steps of an open clock by time, those behind it too, if nothing happens to it. The same for a clock folded at any
 * instant after its ticket's last event. What would fall into a pause that lasts is not planned.
 */
export function planSteps(clock: Clock, target: CompiledTarget): readonly PlannedStep[] {
  if (target.steps.length === 0) return [];
  const pause = clock.pauses.at(-1);
  const still = pause?.to === null ? pause.from : Number.POSITIVE_INFINITY;
  const breachAt = brokenAt(clock, target);
  return target.steps
    .flatMap((step) => instantsOf(step, clock, target, breachAt).map((at, i) => ({ step: step.id, round: i + 1, at })))
    .filter(({ at }) => at <= still)
    .sort((a, b) => a.at - b.at);
}

/** The first instant at which more than the target has elapsed, null while the clock stands still before it. */
export function brokenAt({ breachedAt, dueAt }: Clock, { calendar }: CompiledTarget): number | null {
  const usedUpAt = breachedAt ?? dueAt;
  return usedUpAt === null ? null : tryAddMs(calendar, usedUpAt, 1);
}

function instantsOf(step: CompiledStep, clock: Clock, { calendar }: CompiledTarget, breachAt: number | null): number[] {
  if (step.warning !== null) return warningInstants(clock, step.warning);
  if (breachAt === null) return [];
  if (step.kind === 'breach') return [breachAt];
  const at = tryAddMs(calendar, breachAt, step.afterSeconds * 1000);
  return at === null ? [] : [at];
}

function warningInstants({ warnings, upcoming }: Clock, rule: WarningRule): number[] {
  const ahead = upcoming.filter(({ kind }) => kind === 'warning');
  return [...warnings, ...ahead].filter((warning) => sameWarning(warning, rule)).map(({ at }) => at);
}
