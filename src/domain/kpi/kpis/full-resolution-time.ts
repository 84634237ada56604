import { atInstant, defineKpi, spread, standard, timed } from '../kpi.ts';
import { liveTickets } from '../populations.ts';

export const fullResolutionTime = defineKpi({
  id: 'full-resolution-time',
  version: 1,
  label: { en: 'Full resolution time', fr: 'Délai de résolution complète' },
  help: {
    en: 'From creation to the last solve, time spent solved before a reopening taken out.',
    fr: 'De la création à la dernière résolution, sans le temps passé résolu avant une réouverture.',
  },
  unit: 'seconds',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant('solved', 'solvedAt'), atInstant('created', 'createdAt')],
  population: liveTickets,
  credit: { agent: 'solvedBy' },
  variants: standard(spread(timed('fullResolution'))),
});
