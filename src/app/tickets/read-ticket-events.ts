import { decodeJournal, journalColumns, journalParams } from '#analytics/native/read-journal.ts';
import type { Event } from '#domain/ticket/event.ts';
import type { App } from '../app.ts';

/** Every journalled event of these tickets, by ticket. */
export async function readTicketEvents(app: App, tickets: readonly string[]): Promise<Map<string, Event[]>> {
  const found = new Map<string, Event[]>();
  if (tickets.length === 0) return found;
  const bytes = await app.analytics.queryBytes(
    `SELECT ${journalColumns} FROM events
     WHERE workspace = {workspace:String} AND grain = 'ticket' AND key IN ({tickets:Array(String)})
     ORDER BY key, at`,
    { workspace: app.workspace, tickets, ...journalParams },
    'RowBinary',
  );
  for (const { key, events } of decodeJournal(bytes)) found.set(key, events);
  return found;
}
