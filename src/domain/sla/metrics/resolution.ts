import type { Story } from '../../ticket/story.ts';
import { type Cycle, closedCycle, openCycle } from './cycle.ts';

/** From creation to the solve that stands; a reopened ticket is open again, and the time it was solved is not counted. */
export function resolutionCycles(story: Story): readonly Cycle[] {
  const solve = story.standingSolve;
  if (solve === null) return [openCycle(1, story.createdAt, 0)];
  const { at, pos, by } = solve;
  return [closedCycle(1, story.createdAt, 0, { at, pos, by: 'solved', ending: 'stop', agent: by })];
}
