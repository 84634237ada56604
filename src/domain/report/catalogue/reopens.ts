import type { Report } from '../report.ts';

export const reopens: Report = {
  id: 'reopens',
  theme: 'team',
  question: { en: 'How often was it not solved after all?', fr: 'Combien de fois n’était-ce finalement pas résolu ?' },
  title: { en: 'Reopened tickets', fr: 'Tickets rouverts' },
  about: {
    en: 'Share of tickets solved in the period that were reopened later. Recent weeks look better than they are: their tickets have had less time to come back.',
    fr: 'Part des tickets résolus dans la période et rouverts ensuite. Les semaines récentes paraissent meilleures qu’elles ne sont : leurs tickets ont eu moins de temps pour revenir.',
  },
  kpis: ['reopen-rate', 'reopen-rate:n'],
  by: [],
  every: 'week',
  picture: 'trend',
};
