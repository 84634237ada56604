import { getTicket } from '#app/tickets/get-ticket.ts';
import { listClocks } from '#app/tickets/list-clocks.ts';
import { listTickets } from '#app/tickets/list-tickets.ts';
import { proveTicket } from '#app/tickets/prove-ticket.ts';
import type { Handlers } from '../handler.ts';

type Tickets = 'list-tickets' | 'get-ticket' | 'get-proof' | 'list-clocks';

export const ticketHandlers: Pick<Handlers, Tickets> = {
  'list-tickets': ({ app, query }) => listTickets(app, query),
  'get-ticket': ({ app, params }) => getTicket(app, params.key),
  'get-proof': ({ app, params }) => proveTicket(app, params.key),
  'list-clocks': ({ app, query }) => listClocks(app, query),
};
