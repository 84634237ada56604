import { atInstant, defineKpi, spread, timed } from '../kpi.ts';
import { liveTickets } from '../populations.ts';

export const fullResolutionTime = defineKpi({
  id: 'full-resolution-time',
  version: 1,
  label: { en: 'Full resolution time', fr: 'Délai de résolution complète' },
  short: { en: 'Full resolution', fr: 'Résolution complète' },
  help: {
    en: 'From creation to the last solve.',
    fr: 'De la création à la dernière résolution.',
  },
  unit: 'seconds',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant('solved', 'solvedAt'), atInstant('created', 'createdAt')],
  population: liveTickets,
  credit: { agent: 'solvedBy' },
  variants: {
    'last-solve': {
      label: { en: 'To the last solve', fr: 'Jusqu’à la dernière résolution' },
      help: {
        en: 'A reopened ticket counts from its creation, whole.',
        fr: 'Un ticket rouvert compte depuis sa création, en entier.',
      },
      figure: spread(timed('fullResolution')),
    },
    unsolved: {
      label: { en: 'Time unsolved', fr: 'Temps non résolu' },
      help: {
        en: 'Leaves out the time a ticket was solved before it was reopened.',
        fr: 'Sans le temps pendant lequel un ticket était résolu avant d’être rouvert.',
      },
      figure: spread(timed('unsolved')),
    },
  },
});
