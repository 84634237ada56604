import { ticketsFor, viewFor } from '#app/access/view-for.ts';
import { getTicket } from '#app/tickets/get-ticket.ts';
import { listClocks } from '#app/tickets/list-clocks.ts';
import { listTickets } from '#app/tickets/list-tickets.ts';
import { proveTicket } from '#app/tickets/prove-ticket.ts';
import type { Handlers } from '../handler.ts';

type Tickets = 'list-tickets' | 'get-ticket' | 'get-proof' | 'list-clocks';

export const ticketHandlers: Pick<Handlers, Tickets> = {
  async 'list-tickets'({ app, actor, query }) {
    return listTickets(await ticketsFor(app, actor, query.kpi), query);
  },
  async 'get-ticket'({ app, actor, params }) {
    return getTicket(await ticketsFor(app, actor), params.key);
  },
  async 'get-proof'({ app, actor, params }) {
    return proveTicket(await ticketsFor(app, actor), params.key);
  },
  async 'list-clocks'({ app, actor, query }) {
    return listClocks(await viewFor(app, actor), query);
  },
};
