import type { Story } from '../../ticket/story.ts';
import type { Upcoming, Warning } from '../clock.ts';
import type { WarningRule } from '../rules.ts';
import type { Meter } from './meter.ts';
import type { Terms } from './terms.ts';

const none: readonly Warning[] = Object.freeze([]);

function thresholdMs(rule: WarningRule, terms: Terms): number {
  const ms =
    rule.share === null ? (terms.seconds - (rule.remainingSeconds ?? 0)) * 1000 : terms.seconds * 1000 * rule.share;
  return Math.max(0, Math.round(ms));
}

/** When the elapsed time first reached `ms`, for time known to have passed. */
function reachedAt(meter: Meter, story: Story, from: number, to: number, terms: Terms, ms: number): number {
  meter.run(story.spans, from, to, { ...terms, seconds: ms / 1000 }, false);
  return meter.reachedAt ?? to;
}

function elapsedAt(meter: Meter, story: Story, from: number, to: number, terms: Terms): number {
  meter.run(story.spans, from, to, terms, false);
  return meter.elapsedMs;
}

function sameRule(a: WarningRule, b: WarningRule): boolean {
  return a.share === b.share && a.remainingSeconds === b.remainingSeconds;
}

/**
 * The warnings a clock has reached by `end`. Each fires once; after a change of terms those not yet reached under the new
 * ones are armed again, and those used up already fire at the change.
 */
export function warningsReached(
  meter: Meter,
  story: Story,
  from: number,
  end: number,
  history: readonly Terms[],
): readonly Warning[] {
  if (history.every((terms) => terms.target.warnings.length === 0)) return none;
  const reached: Warning[] = [];
  let fired: WarningRule[] = [];
  history.forEach((terms, i) => {
    const until = history[i + 1]?.since ?? end;
    const atChange = terms.since > from ? elapsedAt(meter, story, from, terms.since, terms) : -1;
    const elapsed = elapsedAt(meter, story, from, until, terms);
    const before = fired;
    fired = [];
    for (const rule of terms.target.warnings) {
      const threshold = thresholdMs(rule, terms);
      if (elapsed < threshold) continue;
      fired.push(rule);
      const usedUp = atChange >= threshold;
      if (usedUp && before.some((known) => sameRule(known, rule))) continue;
      const at = usedUp ? terms.since : reachedAt(meter, story, from, until, terms, threshold);
      reached.push({ at, share: rule.share, remainingSeconds: rule.remainingSeconds });
    }
  });
  return reached.sort((a, b) => a.at - b.at);
}

/**
 * The warnings and the breach ahead of a running clock, read off the meter that has just measured it up to `now`. A target
 * used up exactly at `now` (at closing time, say) is breached by the first further millisecond that counts.
 */
export function upcomingOf(meter: Meter, terms: Terms, dueAt: number | null, now: number): readonly Upcoming[] {
  const ahead: Upcoming[] = [];
  for (const rule of terms.target.warnings) {
    const threshold = thresholdMs(rule, terms);
    const at = meter.elapsedMs < threshold ? meter.instantOf(threshold) : null;
    if (at !== null) ahead.push({ kind: 'warning', at, share: rule.share, remainingSeconds: rule.remainingSeconds });
  }
  ahead.sort((a, b) => a.at - b.at);
  const breachAt = dueAt === null || dueAt > now ? dueAt : meter.instantOf(terms.seconds * 1000 + 1);
  if (breachAt !== null) ahead.push({ kind: 'breach', at: breachAt, share: null, remainingSeconds: null });
  return ahead;
}
