import { atInstant, defineKpi, spread, standard, timed } from '../kpi.ts';
import { liveTickets } from '../populations.ts';

export const firstResolutionTime = defineKpi({
  id: 'first-resolution-time',
  version: 1,
  label: { en: 'First resolution time', fr: 'Délai de première résolution' },
  short: { en: 'First resolution', fr: 'Première résolution' },
  help: { en: 'From creation to the first solve.', fr: 'De la création à la première résolution.' },
  unit: 'seconds',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant('solved', 'firstSolvedAt'), atInstant('created', 'createdAt')],
  population: liveTickets,
  variants: standard(spread(timed('firstResolution'))),
});
