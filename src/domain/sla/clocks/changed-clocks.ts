import type { Solve, Story } from '../../ticket/story.ts';
import type { Clock } from '../clock.ts';
import type { Cycle } from '../metrics/cycle.ts';
import { cyclesOf } from '../metrics/index.ts';
import { type CompiledPolicy, type CompiledTarget, secondsFor } from '../rules.ts';
import { buildClock, type TakenAway } from './build-clock.ts';
import type { Regime } from './regimes.ts';
import { sinceAlways, type Terms } from './terms.ts';

/** A stretch in which one policy, in whatever version and priority, applied. */
interface Reign {
  readonly policy: string | null;
  readonly regimes: Regime[];
}

function reignsOf(regimes: readonly Regime[]): Reign[] {
  const reigns: Reign[] = [];
  for (const regime of regimes) {
    const policy = regime.policy?.id ?? null;
    const last = reigns.at(-1);
    if (last !== undefined && last.policy === policy) last.regimes.push(regime);
    else reigns.push({ policy, regimes: [regime] });
  }
  return reigns;
}

/**
 * When a change reaches a clock. A resolution clock that is stopped by a solve takes no notice until the ticket is
 * reopened: then it is again a running clock.
 */
function reaches(regime: Regime, cycleIsResolution: boolean, solves: readonly Solve[]): { at: number; pos: number } {
  if (cycleIsResolution) {
    const solve = solves.findLast(({ pos }) => pos <= regime.pos);
    if (solve !== undefined && solve.reopenedPos > regime.pos) {
      return { at: solve.reopenedAt ?? Number.POSITIVE_INFINITY, pos: solve.reopenedPos };
    }
  }
  return regime;
}

interface Change {
  readonly at: number;
  readonly pos: number;
  readonly policy: CompiledPolicy | null;
  readonly terms: Terms | null;
}

function termsIn({ policy, priority }: Regime, key: string, since: number): Terms | null {
  const target = policy?.targets.find((candidate) => candidate.key === key);
  if (policy === null || target === undefined) return null;
  const seconds = secondsFor(target, priority);
  return seconds === null ? null : { policy, target, seconds, since };
}

/** A new priority for which the same target asks the same is no change: a breach stays where it was. */
function asksTheSame(before: Terms | null, after: Terms | null): boolean {
  return before !== null && after !== null && before.target === after.target && before.seconds === after.seconds;
}

/** The terms of a target over one reign as they reach one cycle; where one instant has several, the last. */
function changesOf(reign: Reign, key: string, cycle: Cycle, story: Story, isResolution: boolean): Change[] {
  const changes: Change[] = [];
  for (const regime of reign.regimes) {
    const { at, pos } = reaches(regime, isResolution, story.solves);
    if (pos >= cycle.stopPos && pos > cycle.startPos) continue;
    const fromStart = pos <= cycle.startPos;
    if (fromStart || changes.at(-1)?.at === at) changes.pop();
    const terms = termsIn(regime, key, fromStart ? sinceAlways : at);
    if (!asksTheSame(changes.at(-1)?.terms ?? null, terms)) changes.push({ at, pos, policy: regime.policy, terms });
  }
  return changes;
}

/** Cuts the history where the target asks nothing: a clock exists under its last run of terms, or ended with them. */
function clockOf(
  story: Story,
  cycle: Cycle,
  changes: readonly Change[],
  now: number,
  next: TakenAway | null,
): Clock | null {
  const last = changes.findLastIndex(({ terms }) => terms !== null);
  if (last < 0) return null;
  const gap = changes.slice(0, last).findLastIndex(({ terms }) => terms === null);
  const history = changes.slice(gap + 1, last + 1).flatMap(({ terms }) => terms ?? []);
  const after = changes[last + 1];
  // Of the same policy, a version without the target took it away, else a priority for which it asks nothing.
  const by = after?.policy === history.at(-1)?.policy ? 'priority' : 'policy';
  const taken: TakenAway | null = after === undefined ? next : { at: after.at, by };
  return buildClock(story, cycle, history, now, taken);
}

function targetsOf(reign: Reign): Map<string, CompiledTarget> {
  const targets = new Map<string, CompiledTarget>();
  for (const { policy } of reign.regimes) {
    for (const target of (policy as CompiledPolicy).targets) targets.set(target.key, target);
  }
  return targets;
}

/**
 * The clocks of a ticket whose policy or priority changed (2-DOMAIN, section 4). Within one policy a running clock goes on
 * under new terms; with another policy it ends there, and that policy's clock has the same start. A cycle that stopped
 * before a change, or by the event that made it, is not touched.
 */
export function changedClocks(story: Story, regimes: readonly Regime[], now: number): readonly Clock[] {
  const clocks: Clock[] = [];
  const reigns = reignsOf(regimes);
  reigns.forEach((reign, i) => {
    const following = reigns[i + 1]?.regimes[0];
    if (reign.policy === null) return;
    for (const [key, target] of targetsOf(reign)) {
      const isResolution = target.metric === 'resolution';
      for (const cycle of cyclesOf(target, story)) {
        const next = following && reaches(following, isResolution, story.solves);
        if (next !== undefined && cycle.startPos >= next.pos) continue;
        const taken: TakenAway | null =
          next !== undefined && next.pos < cycle.stopPos ? { at: next.at, by: 'policy' } : null;
        const changes = changesOf(reign, key, cycle, story, isResolution);
        const clock = clockOf(story, cycle, changes, now, taken);
        if (clock !== null) clocks.push(clock);
      }
    }
  });
  return clocks;
}
