import type { ClockView } from '#contract/schemas/clock.ts';
import type { Clock } from '#domain/sla/clock.ts';

/** ISO 8601 in UTC, null for none. */
export function isoOf(atMs: number | null): string | null {
  return atMs === null ? null : isoAt(atMs);
}

export function isoAt(atMs: number): string {
  return new Date(atMs).toISOString();
}

/** A clock as clients see it. */
export function viewClock(clock: Clock): ClockView {
  return {
    ticket: clock.ticket,
    policy: clock.policy,
    policyVersion: clock.policyVersion,
    policyKind: clock.policyKind,
    target: clock.target,
    metric: clock.metric,
    cycle: clock.cycle,
    status: clock.status,
    startedAt: isoAt(clock.startedAt),
    targetSeconds: clock.targetSeconds,
    elapsedSeconds: clock.elapsedSeconds,
    remainingSeconds: clock.remainingSeconds,
    overrunSeconds: clock.overrunSeconds,
    dueAt: isoOf(clock.dueAt),
    stoppedAt: isoOf(clock.stoppedAt),
    stoppedBy: clock.stoppedBy,
    breachedAt: isoOf(clock.breachedAt),
    superseded: clock.superseded,
    provisional: clock.provisional,
    bounded: clock.bounded,
    agent: clock.agent,
    team: clock.team,
    holderAtBreach: clock.holderAtBreach,
    pauses: clock.pauses.map(({ from, to, reason }) => ({ from: isoAt(from), to: isoOf(to), reason })),
    bookings: clock.bookings.map(({ holder, seconds }) => ({ holder: { ...holder }, seconds })),
    warnings: clock.warnings.map(({ at, share, remainingSeconds }) => ({ at: isoAt(at), share, remainingSeconds })),
  };
}
