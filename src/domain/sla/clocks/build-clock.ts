import type { Span, Story } from '../../ticket/story.ts';
import type { Clock, ClockStatus, Holder, Upcoming } from '../clock.ts';
import type { Cycle } from '../metrics/cycle.ts';
import { Meter, spanIndexAt } from './meter.ts';
import type { Terms } from './terms.ts';
import { upcomingOf, warningsReached } from './warnings.ts';

/** A change of policy or priority that takes a running clock's terms away. */
export interface TakenAway {
  readonly at: number;
  readonly by: 'policy' | 'priority';
}

const meter = new Meter();
const nothingAhead: readonly Upcoming[] = Object.freeze([]);

/**
 * Finds under which of a clock's terms it breached, measures it to its end under those (else under its last terms), and
 * returns the breach: the due instant, but not before those terms held.
 */
function measure(story: Story, cycle: Cycle, history: readonly Terms[], end: number, live: boolean) {
  const { startedAt } = cycle;
  const last = history.length - 1;
  for (let i = 0; i < last; i++) {
    const terms = history[i] as Terms;
    const until = (history[i + 1] as Terms).since;
    meter.run(story.spans, startedAt, until, terms, false);
    if (meter.elapsedMs <= terms.seconds * 1000) continue;
    const at = Math.max(meter.reachedAt as number, terms.since);
    meter.run(story.spans, startedAt, end, terms, live);
    return { terms, breachedAt: at, index: i };
  }
  const terms = history[last] as Terms;
  meter.run(story.spans, startedAt, end, terms, live);
  const breached = meter.elapsedMs > terms.seconds * 1000;
  return { terms, breachedAt: breached ? Math.max(meter.reachedAt as number, terms.since) : null, index: last };
}

function statusOf(breached: boolean, cycle: Cycle, taken: TakenAway | null): ClockStatus {
  if (breached) return 'breached';
  if (taken !== null) return 'cancelled';
  if (cycle.stoppedAt !== null) return cycle.ending === 'stop' ? 'met' : 'cancelled';
  return meter.still ? 'paused' : 'running';
}

function isBounded(story: Story, from: number, to: number): boolean {
  for (const pos of story.boundedPositions) {
    if (pos >= from && pos <= to) return true;
  }
  return false;
}

function spanAt(story: Story, at: number): Span {
  return story.spans[spanIndexAt(story.spans, at)] as Span;
}

interface Answerable {
  readonly holderAtBreach: Holder | null;
  readonly agent: string | null;
  readonly team: string | null;
}

/** Of a breach who held the ticket then; else who stopped the clock; else the assignee of its end. */
function answerable(story: Story, cycle: Cycle, breachedAt: number | null, end: number, taken: boolean): Answerable {
  const { agent, team, holder } = spanAt(story, breachedAt ?? end);
  if (breachedAt !== null) return { holderAtBreach: holder, agent: holder.kind === 'agent' ? holder.id : null, team };
  if (taken) return { holderAtBreach: null, agent, team };
  return { holderAtBreach: null, agent: cycle.agent ?? agent, team: cycle.team === undefined ? team : cycle.team };
}

/**
 * The clock of one cycle under its terms (one entry for each change while it ran), as it stands at `now`, or where its
 * terms were taken away.
 */
export function buildClock(
  story: Story,
  cycle: Cycle,
  history: readonly Terms[],
  now: number,
  taken: TakenAway | null,
): Clock {
  const stoppedAt = taken?.at ?? cycle.stoppedAt;
  const end = stoppedAt ?? now;
  const live = stoppedAt === null;
  const { terms, breachedAt, index } = measure(story, cycle, history, end, live);
  const { policy, target, seconds } = terms;
  const elapsedSeconds = Math.floor(meter.elapsedMs / 1000);
  const status = statusOf(breachedAt !== null, cycle, taken);
  const dueAt = status === 'paused' ? null : (meter.reachedAt ?? meter.instantOf(seconds * 1000));
  const ahead = status === 'running' ? upcomingOf(meter, terms, dueAt, end) : nothingAhead;
  const pauses = meter.pauses(live);
  const pausedSeconds = meter.pausedSeconds(pauses);
  const bookings = meter.bookings();
  const { holderAtBreach, agent, team } = answerable(story, cycle, breachedAt, end, taken !== null);
  const warnings = warningsReached(meter, story, cycle.startedAt, end, history.slice(0, index + 1));
  return {
    ticket: story.dims.ticket,
    policy: policy.id,
    policyVersion: policy.version,
    policyKind: policy.kind,
    target: target.id,
    metric: target.metric,
    cycle: cycle.number,
    startedAt: cycle.startedAt,
    targetSeconds: seconds,
    elapsedSeconds,
    remainingSeconds: seconds - elapsedSeconds,
    dueAt,
    status,
    stoppedAt,
    stoppedBy: taken?.by ?? cycle.stoppedBy,
    breachedAt,
    overrunSeconds: breachedAt === null ? 0 : Math.max(0, elapsedSeconds - seconds),
    superseded: taken?.by === 'policy' && breachedAt !== null,
    provisional:
      cycle.stoppedBy === 'solved' && target.metric === 'resolution' && taken === null && isOpenVerdict(story),
    bounded: isBounded(story, cycle.startPos, cycle.stopPos),
    pausedSeconds,
    pauses,
    bookings,
    holderAtBreach,
    warnings,
    upcoming: ahead,
    agent,
    team,
  };
}

/** Solved but not closed, and still a ticket of its own. */
function isOpenVerdict(story: Story): boolean {
  return story.status === 'solved' && story.ended === null;
}
