import type { FirstEnd, Mark, Story } from '../../ticket/story.ts';
import type { ClockStart } from '../policy.ts';
import { type Cycle, closedCycle, noCycles, openCycle } from './cycle.ts';

function startOf(story: Story, startAt: ClockStart | null): Mark | null {
  switch (startAt) {
    case 'created':
      return { at: story.createdAt, pos: 0 };
    case 'first-customer-message':
      return story.firstCustomer;
    case 'assigned':
      return story.firstAssigned;
    case 'handed-off':
      return story.handedOff;
    case null:
      return story.firstStart;
  }
}

/** From the creation of a ticket that an agent opened, his opening message is the first reply. */
function endFromCreation(story: Story): FirstEnd | null {
  const reply = story.replies[0];
  const { firstEnd } = story;
  if (!story.openedByAgent || reply === undefined) return firstEnd;
  return firstEnd !== null && firstEnd.pos < reply.pos ? firstEnd : { ...reply, by: 'reply' };
}

/**
 * From its start (creation, or the first customer message when an agent opened the ticket, unless `startAt` says
 * otherwise) to the first agent reply. A ticket solved without any reply ends it too, with a verdict; an abandonment or
 * "no reply needed" cancels it. Without a start, or where the reply came before it, there is no clock.
 */
export function firstReplyCycles(story: Story, startAt: ClockStart | null): readonly Cycle[] {
  const start = startOf(story, startAt);
  if (start === null) return noCycles;
  const end = startAt === 'created' ? endFromCreation(story) : story.firstEnd;
  if (end === null) return [openCycle(1, start.at, start.pos)];
  if (end.pos < start.pos) return noCycles;
  const ending = end.by === 'reply' || end.by === 'solved' ? 'stop' : 'cancel';
  return [closedCycle(1, start.at, start.pos, { ...end, ending })];
}
