import type { FactTableName, factTables } from '../kpi/facts/index.ts';
import type { ticketDimensions } from '../kpi/facts/ticket-dimensions.ts';
import type { Person } from './person.ts';

type ColumnsOf<Name extends FactTableName> = keyof (typeof factTables)[Name]['columns'] | keyof typeof ticketDimensions;

/** Whose id a column holds; `holder` is an agent's where the row's holder is an agent, else a team's. */
export type PersonColumn = Person['kind'] | 'holder';

/** The columns of each fact table that hold ids of people. `customer` of a ticket stands in every table of tickets. */
export const personColumns: { readonly [Name in FactTableName]: { readonly [C in ColumnsOf<Name>]?: PersonColumn } } = {
  tickets: {
    customer: 'customer',
    agent: 'agent',
    openedBy: 'agent',
    firstReplyBy: 'agent',
    lastReplyBy: 'agent',
    solvedBy: 'agent',
  },
  replies: { customer: 'customer', agent: 'agent' },
  messages: { customer: 'customer', agent: 'agent' },
  clocks: { customer: 'customer', agent: 'agent', holderId: 'holder' },
  holdings: { customer: 'customer', agent: 'agent' },
  stages: { customer: 'customer', agent: 'agent' },
  answers: { customer: 'customer', agent: 'agent' },
  work: { customer: 'customer', agent: 'agent' },
  presence: { key: 'agent', agent: 'agent' },
  shifts: { key: 'agent', agent: 'agent' },
  subscriptions: { key: 'customer', customer: 'customer' },
  ledger: {},
  incidents: {},
  names: {},
};

/** Whose id a column holds, null for a column that holds nobody's. */
export function findPersonColumn(table: FactTableName, column: string): PersonColumn | null {
  const columns: Readonly<Record<string, PersonColumn>> = personColumns[table];
  return Object.hasOwn(columns, column) ? (columns[column] as PersonColumn) : null;
}
