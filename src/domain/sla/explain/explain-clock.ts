import { isSolved } from '../../ticket/status.ts';
import type { Span, Story } from '../../ticket/story.ts';
import type { WorkingTime } from '../../time/working-time.ts';
import type { Clock, Holder } from '../clock.ts';
import { spanIndexAt } from '../clocks/meter.ts';
import type { CalendarLabel, CompiledPolicy, CompiledTarget, FoldRules } from '../rules.ts';
import { type FormulaStep, formulaOf } from './formula.ts';

export type ProofSpanKind = 'counted' | 'closed' | 'paused' | 'solved';

/** A stretch of a clock's life under one holder, and whether it counts: `reason` is the status of a pause, else null. */
export interface ProofSpan {
  readonly from: number;
  readonly to: number;
  readonly kind: ProofSpanKind;
  readonly reason: string | null;
  /** Seconds added to the elapsed time: 0 unless counted. They add up to the clock's whole seconds. */
  readonly seconds: number;
  readonly holder: Holder;
}

/** A clock with all that its figures rest on. */
export interface ClockProof {
  readonly clock: Clock;
  readonly policy: { readonly id: string; readonly name: string; readonly version: number; readonly place: number };
  /** The calendar in the version in force when the clock started, and all versions in force while it ran. */
  readonly calendar: CalendarLabel;
  readonly calendarVersions: readonly CalendarLabel[];
  readonly spans: readonly ProofSpan[];
  readonly formula: readonly FormulaStep[];
}

function getTarget(rules: FoldRules, clock: Clock): { policy: CompiledPolicy; target: CompiledTarget } {
  for (const { families } of rules.kinds) {
    const versions = families.find(({ id }) => id === clock.policy)?.versions ?? [];
    const policy = versions.find(({ version }) => version === clock.policyVersion);
    const target = policy?.targets.find(({ id }) => id === clock.target);
    if (policy !== undefined && target !== undefined) return { policy, target };
  }
  throw new Error(`Clock of unknown policy ${clock.policy}`);
}

/** Collects spans, joining neighbours that tell the same; seconds are rounded down once over the whole clock. */
class SpanList {
  readonly spans: ProofSpan[] = [];
  #countedMs = 0;
  #told = 0;

  add(from: number, to: number, kind: ProofSpanKind, reason: string | null, holder: Holder): void {
    if (to <= from) return;
    if (kind === 'counted') this.#countedMs += to - from;
    const seconds = Math.floor(this.#countedMs / 1000) - this.#told;
    this.#told += seconds;
    const last = this.spans.at(-1);
    if (last !== undefined && last.kind === kind && last.reason === reason && last.holder === holder) {
      this.spans[this.spans.length - 1] = { ...last, to, seconds: last.seconds + seconds };
    } else this.spans.push({ from, to, kind, reason, seconds, holder });
  }
}

/** Splits running time into open and closed stretches of the calendar. */
function addRunning(list: SpanList, calendar: WorkingTime, from: number, to: number, holder: Holder): void {
  for (let at = from; at < to; ) {
    const open = Math.min(calendar.nextOpen(at) ?? to, to);
    list.add(at, open, 'closed', null, holder);
    if (open >= to) return;
    const close = Math.min(calendar.nextClose(open) ?? to, to);
    list.add(open, close, 'counted', null, holder);
    at = close;
  }
}

function spansOf(story: Story, clock: Clock, target: CompiledTarget, now: number): readonly ProofSpan[] {
  const list = new SpanList();
  const { spans } = story;
  const end = clock.stoppedAt ?? now;
  for (let i = spanIndexAt(spans, clock.startedAt); i < spans.length; i++) {
    const { at, bit, status, holder } = spans[i] as Span;
    const from = Math.max(at, clock.startedAt);
    const to = Math.min(spans[i + 1]?.at ?? end, end);
    if (isSolved(status)) list.add(from, to, 'solved', null, holder);
    else if ((bit & target.stillBits) !== 0) list.add(from, to, 'paused', status, holder);
    else addRunning(list, target.calendar, from, to, holder);
  }
  return list.spans;
}

/** The versions of a calendar in force within a time, at least the one at its beginning. */
function versionsWithin(rules: FoldRules, id: string, from: number, to: number): readonly CalendarLabel[] {
  const versions = rules.calendarLabels.get(id) ?? [];
  return versions.filter(({ effectiveFrom }, i) => {
    const next = versions[i + 1]?.effectiveFrom ?? Number.POSITIVE_INFINITY;
    return (effectiveFrom <= to || i === 0) && next > from;
  });
}

/** The proof of one clock: each stretch of its life, counted or not and why (2-DOMAIN, section 4). */
export function explainClock(story: Story, clock: Clock, rules: FoldRules, now: number): ClockProof {
  const { policy, target } = getTarget(rules, clock);
  const spans = spansOf(story, clock, target, now);
  const versions = versionsWithin(rules, target.calendarId, clock.startedAt, clock.stoppedAt ?? now);
  return {
    clock,
    policy: { id: policy.id, name: policy.name, version: policy.version, place: policy.place },
    calendar: versions[0] as CalendarLabel,
    calendarVersions: versions,
    spans,
    formula: formulaOf(clock, spans),
  };
}
