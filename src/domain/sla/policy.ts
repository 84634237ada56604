import type { Filter } from '../report/filter.ts';
import type { Step } from './escalation/step.ts';

/** `customer` is an SLA, `internal` an OLA, `marketplace` a rule of a marketplace. */
export const policyKinds = ['customer', 'internal', 'marketplace'] as const;
export type PolicyKind = (typeof policyKinds)[number];

export const metrics = [
  'assignment',
  'first-reply',
  'next-reply',
  'periodic-update',
  'resolution',
  'ownership',
] as const;
export type Metric = (typeof metrics)[number];

/** From when a first reply counts. */
export const clockStarts = ['created', 'first-customer-message', 'assigned', 'handed-off'] as const;
export type ClockStart = (typeof clockStarts)[number];

/** A share of the target in the clock's own time, or the time left before it is used up. */
export type WarnAt = number | { readonly remainingSeconds: number };

export interface Target {
  readonly id: string;
  readonly metric: Metric;
  /** Seconds by priority, with `default` for all others; no entry and no default: no clock. */
  readonly seconds: Readonly<Record<string, number>>;
  /** Overrides the policy's calendar. */
  readonly calendar?: string;
  readonly pauseOn?: readonly string[];
  readonly warnAt?: readonly WarnAt[];
  readonly startAt?: ClockStart;
}

/** A policy as people write it (2-DOMAIN, section 4). Order in the list is precedence within a kind. */
export interface Policy {
  readonly id: string;
  readonly name: string;
  readonly kind: PolicyKind;
  readonly when: Filter;
  /** A calendar id, or `always`. */
  readonly calendar: string;
  /** ISO 8601; applies to tickets created from then on. Several entries with one id are versions of one policy. */
  readonly effectiveFrom: string;
  /** Applies to tickets already open at `effectiveFrom` too. */
  readonly openTicketsToo?: boolean;
  /** From this version on the policy takes no ticket any more. */
  readonly retired?: boolean;
  readonly version?: number;
  readonly targets: readonly Target[];
  /** What happens at a warning, at a breach and after it. */
  readonly steps?: readonly Step[];
}
