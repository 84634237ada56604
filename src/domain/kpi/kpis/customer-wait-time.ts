import { atInstant, defineKpi, spread, standard, timed } from '../kpi.ts';
import { liveTickets } from '../populations.ts';

export const customerWaitTime = defineKpi({
  id: 'customer-wait-time',
  version: 1,
  label: { en: 'Customer wait time', fr: 'Temps d’attente du client' },
  short: { en: 'Customer wait', fr: 'Attente du client' },
  help: {
    en: 'All the time a ticket’s customer spent waiting for us.',
    fr: 'Tout le temps que le client d’un ticket a passé à nous attendre.',
  },
  unit: 'seconds',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant('created', 'createdAt'), atInstant('solved', 'solvedAt')],
  population: liveTickets,
  variants: standard(spread(timed('customerWait'))),
});
