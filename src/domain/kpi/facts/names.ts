import { defineFactTable, type Row } from '../fact-table.ts';

/** The name last seen for an id: `kind` is `agent` or `customer`. Not a population, only labels. */
export const names = defineFactTable({
  name: 'names',
  grain: 'one named id',
  ofTicket: false,
  columns: { key: 'key', n: 'count', kind: 'text', id: 'note', name: 'note' },
});

export type NameFact = Row<typeof names.columns>;
