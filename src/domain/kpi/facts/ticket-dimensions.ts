import type { Row } from '../fact-table.ts';

/** What every fact of a ticket carries of its ticket, as it stands after the last event (agent and team stand apart). */
export const ticketDimensions = {
  ticket: 'key',
  source: 'text',
  channel: 'text',
  marketplace: 'text',
  store: 'text',
  customer: 'id',
  company: 'id',
  customerType: 'text',
  tier: 'text',
  region: 'text',
  country: 'text',
  language: 'text',
  pipeline: 'text',
  stage: 'text',
  priority: 'text',
  type: 'text',
  status: 'text',
  /** `live`, `merged` or `deleted`: only live tickets are in the populations of KPIs, unless a KPI says otherwise. */
  outcome: 'text',
  tags: 'texts',
  fields: 'map',
} as const;

export type TicketDimensions = Readonly<Row<typeof ticketDimensions>>;
