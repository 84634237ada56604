import { foldTicket, type TicketFold } from '#domain/ticket/fold-ticket.ts';
import type { App } from '../app.ts';
import { compileWorkspaceRules } from '../rules/compile-workspace-rules.ts';
import { readTicketEvents } from './read-ticket-events.ts';

/** These tickets folded from the journal by the rules in force, as of an instant; those without events are left out. */
export async function foldTickets(app: App, tickets: readonly string[], now: number): Promise<Map<string, TicketFold>> {
  const { compiled } = await compileWorkspaceRules(app);
  const folded = new Map<string, TicketFold>();
  for (const [ticket, events] of await readTicketEvents(app, tickets)) {
    const fold = foldTicket(events, compiled, now);
    if (fold) folded.set(ticket, fold);
  }
  return folded;
}
