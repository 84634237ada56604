import { defineFactTable, type Row } from '../fact-table.ts';

/** One row an amount of support cost or revenue, spread evenly over `[from, to)`. */
export const ledger = defineFactTable({
  name: 'ledger',
  grain: 'one ledger entry',
  ofTicket: false,
  columns: {
    key: 'key',
    n: 'count',
    kind: 'text',
    amount: 'number',
    currency: 'text',
    team: 'text',
    from: 'instant',
    to: 'instant',
  },
});

export type LedgerFact = Row<typeof ledger.columns>;
