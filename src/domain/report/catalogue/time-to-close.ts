import type { Report } from '../report.ts';

export const timeToClose: Report = {
  id: 'time-to-close',
  theme: 'team',
  question: { en: 'How long do tickets take to close?', fr: 'Combien de temps faut-il pour clore un ticket ?' },
  title: { en: 'Time to close', fr: 'Délai de clôture' },
  about: {
    en: 'From creation to the close, for tickets closed in the period whenever they were created, so that long cases are there too. The median is the usual case, p90 the one in ten that takes longest.',
    fr: 'De la création à la clôture, pour les tickets clos dans la période quelle que soit leur création : les cas longs y sont aussi. La médiane est le cas courant, p90 le ticket sur dix qui dure le plus.',
  },
  kpis: ['time-to-close:median', 'time-to-close:p90', 'time-to-close:n'],
  by: ['agent'],
  every: null,
  picture: 'columns',
};
