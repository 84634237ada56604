import { decodeJournal, journalColumns, journalParams } from '#analytics/native/read-journal.ts';
import type { Event } from '#domain/ticket/event.ts';
import type { App } from '../app.ts';

/** Every journalled event of these keys, by key: tickets, or agents, customers, ledger entries and components. */
export async function readEventsOf(
  app: App,
  grain: 'ticket' | 'other',
  keys: readonly string[],
): Promise<Map<string, Event[]>> {
  const found = new Map<string, Event[]>();
  if (keys.length === 0) return found;
  const bytes = await app.analytics.queryBytes(
    `SELECT ${journalColumns} FROM events
     WHERE workspace = {workspace:String} AND grain = {grain:String} AND key IN ({keys:Array(String)})
     ORDER BY key, at`,
    { workspace: app.workspace, grain, keys, ...journalParams },
    'RowBinary',
  );
  for (const { key, events } of decodeJournal(bytes)) found.set(key, events);
  return found;
}

/** Every journalled event of these tickets, by ticket. */
export function readTicketEvents(app: App, tickets: readonly string[]): Promise<Map<string, Event[]>> {
  return readEventsOf(app, 'ticket', tickets);
}
