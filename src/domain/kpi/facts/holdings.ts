import { defineFactTable, type Row } from '../fact-table.ts';

/** One row a span in which one holder held the ticket; `to` is null while it lasts. */
export const holdings = defineFactTable({
  name: 'holdings',
  grain: 'one holding',
  ofTicket: true,
  columns: {
    n: 'count',
    holder: 'text',
    agent: 'text',
    team: 'text',
    from: 'instant',
    to: 'instant',
    seconds: 'seconds',
    businessSeconds: 'seconds',
  },
});

export type HoldingFact = Row<typeof holdings.columns>;
