/** What customers are listed by: each of them, or the companies that they belong to. */
export const customerGroups = ['customer', 'company'] as const;
export type CustomerGroup = (typeof customerGroups)[number];

/** The figures of a list of customers, each of which it may be ordered by; all are read from facts that know the customer. */
export const customerFigures = [
  'tickets-created',
  'customer-messages',
  'customer-reply-time:median',
  'customer-wait-time:median',
  'sla-compliance',
  'csat',
  'nps',
] as const;
export type CustomerFigure = (typeof customerFigures)[number];

/** The figures of one customer’s history. */
export const historyFigures = [
  'tickets-created',
  'tickets-solved',
  'customer-messages',
  'first-reply-time:median',
  'full-resolution-time:median',
  'customer-wait-time:median',
  'customer-reply-time:median',
  'sla-compliance',
  'csat',
  'nps',
] as const;

/** Fewer rows than this behind a median or a share say little: it is told beside the figure. */
export const fewRows = 5;
