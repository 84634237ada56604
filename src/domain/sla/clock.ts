import type { Metric, PolicyKind } from './policy.ts';

export type ClockStatus = 'running' | 'paused' | 'met' | 'breached' | 'cancelled';

/** Who holds a ticket: nobody once solved, the customer while pending, a third party while on hold. */
export type HolderKind = 'nobody' | 'customer' | 'third-party' | 'agent' | 'bot' | 'queue';

/** `id` is the agent or the team (of a queue), null where the kind says it all. */
export interface Holder {
  readonly kind: HolderKind;
  readonly id: string | null;
}

export interface Pause {
  readonly from: number;
  readonly to: number | null;
  readonly reason: string;
}

export interface Booking {
  readonly holder: Holder;
  readonly seconds: number;
}

/** A warning reached: `share` of the target, or `remainingSeconds` before it. */
export interface Warning {
  readonly at: number;
  readonly share: number | null;
  readonly remainingSeconds: number | null;
}

/** Something a running clock will reach: a warning, or its due instant. */
export interface Upcoming extends Warning {
  readonly kind: 'warning' | 'breach';
}

/**
 * One run of one target over one ticket (2-DOMAIN, section 4). Instants are epoch milliseconds, seconds are whole and in
 * the clock's own calendar. `dueAt` is null while paused. `breachedAt` is the due instant once passed, whenever noticed.
 */
export interface Clock {
  readonly ticket: string;
  readonly policy: string;
  readonly policyVersion: number;
  readonly policyKind: PolicyKind;
  readonly target: string;
  readonly metric: Metric;
  readonly cycle: number;
  readonly startedAt: number;
  readonly targetSeconds: number;
  readonly elapsedSeconds: number;
  /** Target minus elapsed: negative when overrun. */
  readonly remainingSeconds: number;
  readonly dueAt: number | null;
  readonly status: ClockStatus;
  readonly stoppedAt: number | null;
  readonly stoppedBy: string | null;
  readonly breachedAt: number | null;
  readonly overrunSeconds: number;
  readonly superseded: boolean;
  readonly provisional: boolean;
  /** Bounded: an instant behind it is only known to lie between two observations. */
  readonly bounded: boolean;
  /** Time in the clock's calendar in which it stood still. */
  readonly pausedSeconds: number;
  readonly pauses: readonly Pause[];
  readonly bookings: readonly Booking[];
  readonly holderAtBreach: Holder | null;
  /** Warnings reached so far, with the instant each was reached. */
  readonly warnings: readonly Warning[];
  /** What comes next, by time, if nothing happens: warnings and the breach; empty unless the clock runs towards it. */
  readonly upcoming: readonly Upcoming[];
  /** The agent and team answerable: of a breach the holder at the breach, else who stopped it, else who holds it. */
  readonly agent: string | null;
  readonly team: string | null;
}
