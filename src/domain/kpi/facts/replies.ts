import { defineFactTable, type Row } from '../fact-table.ts';

/**
 * One row a turn: an unanswered message of one side and the other side's answer. `side` is who answers: `agent` (owner
 * response, credited to the author) or `customer`. `answeredAt` is null while unanswered.
 */
export const replies = defineFactTable({
  name: 'replies',
  grain: 'one turn',
  ofTicket: true,
  columns: {
    n: 'count',
    side: 'text',
    agent: 'text',
    team: 'text',
    askedAt: 'instant',
    answeredAt: 'instant',
    first: 'flag',
    waitSeconds: 'seconds',
    waitBusinessSeconds: 'seconds',
  },
});

export type ReplyFact = Row<typeof replies.columns>;
