import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { clockPage, clocksQuery } from '../schemas/clock.ts';
import { proof } from '../schemas/proof.ts';
import { ticketDetail, ticketPage, ticketsQuery } from '../schemas/ticket.ts';

const key = z.object({ key: z.string() });

export const ticketRoutes = {
  'list-tickets': defineRoute('list-tickets', {
    tag: 'tickets',
    summary: 'Tickets by filter, or those behind a figure',
    may: 'read-tickets',
    query: ticketsQuery,
    answer: { status: 200, json: ticketPage },
  }),
  'get-ticket': defineRoute('get-ticket', {
    tag: 'tickets',
    summary: 'A ticket with its clocks',
    may: 'read-tickets',
    params: key,
    answer: { status: 200, json: ticketDetail },
  }),
  'get-proof': defineRoute('get-proof', {
    tag: 'tickets',
    summary: "The proof of a ticket's clocks: each span, counted or not, and why",
    may: 'read-tickets',
    params: key,
    answer: { status: 200, json: proof },
  }),
  'list-clocks': defineRoute('list-clocks', {
    tag: 'service levels',
    summary: 'Clocks by status, those with least time left first',
    may: 'read-tickets',
    query: clocksQuery,
    answer: { status: 200, json: clockPage },
  }),
};
