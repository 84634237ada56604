import type { ReplyFact } from '../../kpi/facts/replies.ts';
import type { WorkingTime } from '../../time/working-time.ts';
import type { OfTicket, Story, Turn } from '../story.ts';
import { durationsBetween } from './durations.ts';

/** One row a turn; a question that fell away has no answer. */
export function replyRows(story: Story, business: WorkingTime): OfTicket<ReplyFact>[] {
  const rows: OfTicket<ReplyFact>[] = [];
  for (let n = 0; n < story.turns.length; n++) {
    const { side, first, askedAt, endedAt, endedBy, agent, team } = story.turns[n] as Turn;
    const answeredAt = endedBy === 'reply' ? endedAt : null;
    const wait = durationsBetween(business, askedAt, answeredAt);
    rows.push({
      n,
      side,
      agent,
      team,
      askedAt,
      answeredAt,
      first,
      waitSeconds: wait.seconds,
      waitBusinessSeconds: wait.business,
      dims: story.dims,
    });
  }
  return rows;
}
