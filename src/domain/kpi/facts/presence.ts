import { defineFactTable, type Row } from '../fact-table.ts';

/** One row a span of one presence status of an agent; `to` is null for the span that lasts. */
export const presence = defineFactTable({
  name: 'presence',
  grain: 'one span of presence',
  ofTicket: false,
  columns: {
    key: 'key',
    n: 'count',
    agent: 'text',
    /** `online`, `away`, `busy`, `offline`. */
    presenceStatus: 'text',
    label: 'text',
    capacity: 'number',
    from: 'instant',
    to: 'instant',
  },
});

export type PresenceFact = Row<typeof presence.columns>;
