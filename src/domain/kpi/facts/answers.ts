import { defineFactTable, type Row } from '../fact-table.ts';

/** One row a survey sent or answered. `agent` is the author of the last agent reply before it, else the assignee. */
export const answers = defineFactTable({
  name: 'answers',
  grain: 'one survey',
  ofTicket: true,
  columns: {
    n: 'count',
    kind: 'text',
    agent: 'text',
    team: 'text',
    sentAt: 'instant',
    answeredAt: 'instant',
    score: 'number',
    scale: 'number',
    comment: 'note',
  },
});

export type AnswerFact = Row<typeof answers.columns>;
