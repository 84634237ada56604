import { defineFactTable, type Row } from '../fact-table.ts';

/** One row a subscription of a customer, from its start to its end (null while it lasts). */
export const subscriptions = defineFactTable({
  name: 'subscriptions',
  grain: 'one subscription',
  ofTicket: false,
  columns: {
    key: 'key',
    n: 'count',
    customer: 'id',
    plan: 'text',
    monthlyValue: 'number',
    startedAt: 'instant',
    endedAt: 'instant',
  },
});

export type SubscriptionFact = Row<typeof subscriptions.columns>;
