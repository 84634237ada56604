import type { Span, Story } from '../../ticket/story.ts';
import { type Cycle, closedCycle, openCycle } from './cycle.ts';

/** The team that holds the ticket by its queue or its agent, else the agent of no team; null when neither does. */
function ownerOf({ holder, team }: Span): string | null {
  if (holder.kind !== 'agent' && holder.kind !== 'queue') return null;
  if (team !== null) return `team ${team}`;
  return holder.kind === 'agent' ? `agent ${holder.id}` : null;
}

function hasLength(spans: readonly Span[], i: number): boolean {
  const next = spans[i + 1];
  return next === undefined || next.at > (spans[i] as Span).at;
}

interface Holding {
  readonly owner: string;
  readonly first: Span;
  last: Span;
  end: Span | null;
}

/**
 * One cycle for each holding: a team (or an agent without one) begins to hold the ticket until it stops. Within a team the
 * agent may change. A status in which the target's clock stands still does not end a holding; any other in which the
 * customer, a third party or nobody holds the ticket does.
 */
export function ownershipCycles(story: Story, stillBits: number, solvedBits: number): readonly Cycle[] {
  const { spans } = story;
  const pausing = stillBits & ~solvedBits;
  const holdings: Holding[] = [];
  let current: Holding | null = null;
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i] as Span;
    const paused = (span.bit & pausing) !== 0;
    const owner: string | null = paused && current !== null ? current.owner : ownerOf(span);
    if (current !== null && owner !== current.owner) current.end ??= span;
    if (!hasLength(spans, i)) continue;
    if (current !== null && owner === current.owner) {
      current.end = null;
      if (!paused) current.last = span;
    } else {
      current = owner === null ? null : { owner, first: span, last: span, end: null };
      if (current !== null) holdings.push(current);
    }
  }
  return holdings.map(({ first, last, end }, i) => {
    if (end === null) return openCycle(i + 1, first.at, first.pos);
    const { agent, team } = last;
    return closedCycle(i + 1, first.at, first.pos, {
      at: end.at,
      pos: end.pos,
      by: end.bit & solvedBits ? 'solved' : 'released',
      ending: 'stop',
      agent,
      team,
    });
  });
}
