import type { ClockFact } from '../../kpi/facts/clocks.ts';
import type { Clock, HolderKind } from '../../sla/clock.ts';
import type { OfTicket, Story } from '../story.ts';

function bookedTo({ bookings }: Clock, kind: HolderKind): number {
  let sum = 0;
  for (const { holder, seconds } of bookings) {
    if (holder.kind === kind) sum += seconds;
  }
  return sum;
}

function decidedAt({ status, stoppedAt, breachedAt }: Clock): number | null {
  return status === 'met' ? stoppedAt : status === 'breached' ? breachedAt : null;
}

/** One row a clock, as it stands at the ticket's last event. Whether a breach is excused is decided elsewhere. */
export function clockRows(story: Story, clocks: readonly Clock[]): OfTicket<ClockFact>[] {
  const rows: OfTicket<ClockFact>[] = [];
  for (let n = 0; n < clocks.length; n++) {
    const clock = clocks[n] as Clock;
    rows.push({
      n,
      agent: clock.agent,
      team: clock.team,
      policy: clock.policy,
      policyVersion: clock.policyVersion,
      policyKind: clock.policyKind,
      target: clock.target,
      metric: clock.metric,
      cycle: clock.cycle,
      startedAt: clock.startedAt,
      clockStatus: clock.status,
      stoppedAt: clock.stoppedAt,
      stoppedBy: clock.stoppedBy,
      dueAt: clock.dueAt,
      breachedAt: clock.breachedAt,
      decidedAt: decidedAt(clock),
      targetSeconds: clock.targetSeconds,
      elapsedSeconds: clock.elapsedSeconds,
      overrunSeconds: clock.overrunSeconds,
      pausedSeconds: clock.pausedSeconds,
      superseded: clock.superseded,
      provisional: clock.provisional,
      excused: false,
      holder: clock.holderAtBreach?.kind ?? null,
      holderId: clock.holderAtBreach?.id ?? null,
      agentSeconds: bookedTo(clock, 'agent'),
      queueSeconds: bookedTo(clock, 'queue'),
      botSeconds: bookedTo(clock, 'bot'),
      customerSeconds: bookedTo(clock, 'customer'),
      thirdPartySeconds: bookedTo(clock, 'third-party'),
      dims: story.dims,
    });
  }
  return rows;
}
