import { defineFactTable, type Row } from '../fact-table.ts';

/** One row a piece of recorded work (`ticket.work`), for utilisation and handle time by agent. */
export const work = defineFactTable({
  name: 'work',
  grain: 'one piece of work',
  ofTicket: true,
  columns: { n: 'count', at: 'instant', agent: 'text', team: 'text', kind: 'text', seconds: 'seconds' },
});

export type WorkFact = Row<typeof work.columns>;
