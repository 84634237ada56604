import type { Audience } from '#domain/access/audience.ts';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { quoteText } from './binder.ts';

/** SQL of the rows of a table that an audience sees. The workspace is a condition of its own beside it. */
export function audienceFilter(table: string, audience: Audience, workspace: string): string {
  if (table === 'events') return eventsOf(audience, workspace);
  // Names are shown beside ids that are seen already.
  if (table === 'names') return 'true';
  // What is no fact is no part's to see.
  if (!isFactTable(table)) return 'false';
  const seen = rowsOf(table, audience);
  if (table !== 'tickets' || !audience.involved) return seen;
  return `(${seen} OR ticket IN (${ticketsTakenPart(audience, workspace)}))`;
}

function isFactTable(table: string): table is FactTableName {
  return table in factTables;
}

function rowsOf(table: FactTableName, { by, values, agents }: Audience): string {
  const { columns } = factTables[table];
  if (by in columns) return isOneOf(by, values);
  return 'agent' in columns ? isOneOf('agent', agents) : 'false';
}

function ticketsTakenPart({ by, values }: Audience, workspace: string): string {
  return `SELECT ticket FROM replies WHERE workspace = ${quoteText(workspace)} AND ${isOneOf(by, values)}`;
}

/** The journal is read for proofs and clocks of tickets; nothing else of it is shown to a part of a workspace. */
function eventsOf(audience: Audience, workspace: string): string {
  const held = rowsOf('tickets', audience);
  const tickets = `SELECT ticket FROM tickets FINAL WHERE workspace = ${quoteText(workspace)} AND ${held}`;
  return `(grain = 'ticket' AND (key IN (${tickets}) OR key IN (${ticketsTakenPart(audience, workspace)})))`;
}

function isOneOf(column: string, values: readonly string[]): string {
  return values.length === 0 ? 'false' : `ifNull(${column} IN (${values.map(quoteText).join(', ')}), false)`;
}
