import { solvedBits } from '../../ticket/status.ts';
import type { Story } from '../../ticket/story.ts';
import type { CompiledTarget } from '../rules.ts';
import { assignmentCycles } from './assignment.ts';
import type { Cycle } from './cycle.ts';
import { firstReplyCycles } from './first-reply.ts';
import { nextReplyCycles } from './next-reply.ts';
import { ownershipCycles } from './ownership.ts';
import { periodicUpdateCycles } from './periodic-update.ts';
import { resolutionCycles } from './resolution.ts';

function cyclesOfMetric(target: CompiledTarget, story: Story): readonly Cycle[] {
  switch (target.metric) {
    case 'assignment':
      return assignmentCycles(story);
    case 'first-reply':
      return firstReplyCycles(story, target.startAt);
    case 'next-reply':
      return nextReplyCycles(story);
    case 'periodic-update':
      return periodicUpdateCycles(story);
    case 'resolution':
      return resolutionCycles(story);
    case 'ownership':
      return ownershipCycles(story, target.stillBits, solvedBits);
  }
}

/** A cycle still open when the ticket was merged or deleted ends there, without a verdict. */
function endWithTicket(cycle: Cycle, story: Story): Cycle {
  const { ended } = story;
  if (ended === null || cycle.stoppedAt !== null) return cycle;
  return { ...cycle, stoppedAt: ended.at, stopPos: ended.pos, stoppedBy: ended.by, ending: 'cancel' };
}

/** The cycles of a target's metric over a ticket (the table of metrics in 2-DOMAIN, section 4). */
export function cyclesOf(target: CompiledTarget, story: Story): readonly Cycle[] {
  const cycles = cyclesOfMetric(target, story);
  return story.ended === null ? cycles : cycles.map((cycle) => endWithTicket(cycle, story));
}
