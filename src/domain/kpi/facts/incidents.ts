import { defineFactTable, type Row } from '../fact-table.ts';

/** One row a service event: `incident`, `maintenance` (a span) or `check` (a value at an instant). */
export const incidents = defineFactTable({
  name: 'incidents',
  grain: 'one service event',
  ofTicket: false,
  columns: {
    key: 'key',
    n: 'count',
    kind: 'text',
    component: 'text',
    from: 'instant',
    to: 'instant',
    respondedAt: 'instant',
    value: 'number',
    /** Whether it begins during a maintenance of its component. */
    inMaintenance: 'flag',
  },
});

export type IncidentFact = Row<typeof incidents.columns>;
