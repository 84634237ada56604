import type { Story, Turn } from '../../ticket/story.ts';
import { type Cycle, closedCycle, noCycles, openCycle } from './cycle.ts';

function cycleOf(turn: Turn, number: number): Cycle {
  const { askedAt, askedPos, endedAt, endedPos, endedBy, agent } = turn;
  if (endedAt === null || endedBy === null) return openCycle(number, askedAt, askedPos);
  const ending = endedBy === 'reply' ? 'stop' : 'cancel';
  return closedCycle(number, askedAt, askedPos, { at: endedAt, pos: endedPos, by: endedBy, ending, agent });
}

/**
 * One cycle for each customer turn once the wait for the first reply is over. A question that the same instant solved was
 * never open.
 */
export function nextReplyCycles(story: Story): readonly Cycle[] {
  const cycles: Cycle[] = [];
  for (const turn of story.turns) {
    if (turn.side !== 'agent' || turn.first) continue;
    if (turn.endedAt === turn.askedAt && turn.endedBy !== 'reply') continue;
    cycles.push(cycleOf(turn, cycles.length + 1));
  }
  return cycles.length === 0 ? noCycles : cycles;
}
