import { column, isKnown } from '../expression.ts';
import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { count } from '../measure.ts';
import { live } from '../populations.ts';

export const ticketsClosed = defineKpi({
  id: 'tickets-closed',
  version: 1,
  label: { en: 'Tickets closed', fr: 'Tickets clos' },
  help: { en: 'Tickets closed for good during the period.', fr: 'Tickets clos définitivement pendant la période.' },
  unit: 'count',
  better: 'higher',
  table: 'tickets',
  bases: [atInstant(null, 'closedAt'), atInstant('created', 'createdAt'), atInstant('solved', 'solvedAt')],
  population: {
    where: [live, isKnown(column('closedAt'))],
    text: { en: 'Closed tickets, neither merged nor deleted', fr: 'Tickets clos, ni fusionnés ni supprimés' },
  },
  variants: standard(measured((own) => count(own))),
});
