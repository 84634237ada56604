import type { Story } from '../../ticket/story.ts';
import { type Cycle, closedCycle, openCycle } from './cycle.ts';

/** From creation to the first agent assigned; a ticket solved without one ends it, an abandoned one cancels it. */
export function assignmentCycles(story: Story): readonly Cycle[] {
  const { createdAt, firstAssigned, firstEnd } = story;
  const solve = story.solves[0];
  const solvedPos = solve?.pos ?? Number.POSITIVE_INFINITY;
  const abandonedPos = firstEnd?.by === 'abandoned' ? firstEnd.pos : Number.POSITIVE_INFINITY;
  const assignedPos = firstAssigned?.pos ?? Number.POSITIVE_INFINITY;
  if (firstAssigned !== null && assignedPos <= Math.min(solvedPos, abandonedPos)) {
    const agent = story.spans.find((span) => span.agent !== null)?.agent ?? null;
    return [closedCycle(1, createdAt, 0, { ...firstAssigned, by: 'assigned', ending: 'stop', agent })];
  }
  if (firstEnd !== null && abandonedPos < solvedPos) {
    const { at, pos } = firstEnd;
    return [closedCycle(1, createdAt, 0, { at, pos, by: 'abandoned', ending: 'cancel', agent: null })];
  }
  if (solve === undefined) return [openCycle(1, createdAt, 0)];
  return [
    closedCycle(1, createdAt, 0, { at: solve.at, pos: solve.pos, by: 'solved', ending: 'stop', agent: solve.by }),
  ];
}
