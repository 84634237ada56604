import { defineFactTable, type Row } from '../fact-table.ts';

/** One row a planned span of work of an agent. */
export const shifts = defineFactTable({
  name: 'shifts',
  grain: 'one shift',
  ofTicket: false,
  columns: { key: 'key', n: 'count', agent: 'text', from: 'instant', to: 'instant', seconds: 'seconds' },
});

export type ShiftFact = Row<typeof shifts.columns>;
