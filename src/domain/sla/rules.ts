import type { Matcher } from '../report/match-filter.ts';
import type { Story } from '../ticket/story.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { CompiledStep } from './escalation/step.ts';
import type { ClockStart, Metric, PolicyKind } from './policy.ts';

/** A warning of a target: a share of it, or seconds left. */
export interface WarningRule {
  readonly share: number | null;
  readonly remainingSeconds: number | null;
}

/** A target as the clocks need it. Clocks of two versions of a policy continue each other where `key` is the same. */
export interface CompiledTarget {
  readonly key: string;
  readonly id: string;
  readonly metric: Metric;
  readonly calendarId: string;
  readonly calendar: WorkingTime;
  readonly seconds: ReadonlyMap<string, number>;
  readonly defaultSeconds: number | null;
  /** Statuses in which the clock stands still, solved and closed among them. */
  readonly stillBits: number;
  readonly warnings: readonly WarningRule[];
  /** The steps of the policy that wait for this target. */
  readonly steps: readonly CompiledStep[];
  readonly startAt: ClockStart | null;
}

export interface CompiledPolicy {
  readonly id: string;
  readonly name: string;
  /** Place in the list of policies, from 1. */
  readonly place: number;
  readonly version: number;
  readonly kind: PolicyKind;
  readonly effectiveFrom: number;
  readonly openTicketsToo: boolean;
  /** It takes no ticket. */
  readonly retired: boolean;
  readonly matches: Matcher<Story>;
  readonly targets: readonly CompiledTarget[];
}

/** All versions of one policy, oldest first. */
export interface PolicyFamily {
  readonly id: string;
  readonly versions: readonly CompiledPolicy[];
}

/** The policies of one kind, in order of precedence. */
export interface PolicyKindRules {
  readonly kind: PolicyKind;
  readonly families: readonly PolicyFamily[];
}

/** A version that tickets already open take over when it begins. */
export interface OpenTicketSwitch {
  readonly at: number;
  readonly family: PolicyFamily;
  readonly version: CompiledPolicy;
}

/** A version of a calendar, for people: `effectiveFrom` is -Infinity where none is given. */
export interface CalendarLabel {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  /** Counted from 1, oldest first. */
  readonly version: number;
  readonly effectiveFrom: number;
}

/** Everything the fold needs to know besides the events: compiled once, used for every ticket. */
export interface FoldRules {
  readonly kinds: readonly PolicyKindRules[];
  /** By time. */
  readonly switches: readonly OpenTicketSwitch[];
  /** Whether a condition asks for something that changes without a `ticket.updated`: assignment, status or stage. */
  readonly watchesLife: boolean;
  readonly business: WorkingTime;
  /** By id; `always` included. */
  readonly calendars: ReadonlyMap<string, WorkingTime>;
  /** The versions of each calendar, oldest first. */
  readonly calendarLabels: ReadonlyMap<string, readonly CalendarLabel[]>;
}

/** The target's seconds for a priority, null where there is no clock. */
export function secondsFor(target: CompiledTarget, priority: string | null): number | null {
  const own = priority === null ? undefined : target.seconds.get(priority);
  return own ?? target.defaultSeconds;
}
