import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { count } from '../measure.ts';
import { liveTickets } from '../populations.ts';

export const ticketsCreated = defineKpi({
  id: 'tickets-created',
  version: 1,
  label: { en: 'Tickets created', fr: 'Tickets créés' },
  help: { en: 'Tickets that came in during the period.', fr: 'Tickets arrivés pendant la période.' },
  unit: 'count',
  better: 'neither',
  table: 'tickets',
  bases: [atInstant('created', 'createdAt')],
  population: liveTickets,
  variants: standard(measured((own) => count(own))),
});
