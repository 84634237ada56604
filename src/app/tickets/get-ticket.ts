import type { z } from 'zod';
import type { ticketDetail } from '#contract/schemas/ticket.ts';
import { VigieError } from '#domain/error.ts';
import type { App } from '../app.ts';
import { viewClock } from './clock-view.ts';
import { foldTickets } from './fold-tickets.ts';
import { labelPeople } from './label-people.ts';
import { readTickets } from './read-tickets.ts';

/** A ticket with its figures and its clocks as of now. Throws `ticket.unknown`. */
export async function getTicket(app: App, key: string): Promise<z.infer<typeof ticketDetail>> {
  const [found, folds] = await Promise.all([readTickets(app, [key]), foldTickets(app, [key], app.now())]);
  const ticket = found.get(key);
  if (ticket === undefined) throw new VigieError('ticket.unknown', { ticket: key.slice(0, 200) });
  const clocks = folds.get(key)?.clocks ?? [];
  const agents = clocks.flatMap(({ agent, bookings }) => [
    agent,
    ...bookings.map(({ holder }) => (holder.kind === 'agent' ? holder.id : null)),
  ]);
  const labels = await labelPeople(app, { agent: [ticket.agent, ...agents], customer: [ticket.customer] });
  return { ticket, clocks: clocks.map(viewClock), labels };
}
