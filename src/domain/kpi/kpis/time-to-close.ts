import { atInstant, defineKpi, spread, standard, timed } from '../kpi.ts';
import { liveTickets } from '../populations.ts';

export const timeToClose = defineKpi({
  id: 'time-to-close',
  version: 1,
  label: { en: 'Time to close', fr: 'Délai de clôture' },
  help: { en: 'From creation to the close.', fr: 'De la création à la clôture.' },
  unit: 'seconds',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant(null, 'closedAt'), atInstant('created', 'createdAt'), atInstant('solved', 'solvedAt')],
  population: liveTickets,
  variants: standard(spread(timed('timeToClose'))),
});
