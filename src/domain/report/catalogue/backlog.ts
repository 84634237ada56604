import type { Report } from '../report.ts';

export const backlog: Report = {
  id: 'backlog',
  theme: 'planning',
  question: { en: 'Is the pile growing, how old is it?', fr: 'La pile grandit-elle, quel âge a-t-elle ?' },
  title: { en: 'Backlog', fr: 'Tickets en attente' },
  about: {
    en: 'Tickets not solved at the end of each bucket, and how long they have existed. A stock, not created less solved: a reopened ticket is back in it.',
    fr: 'Tickets non résolus à la fin de chaque intervalle, et depuis combien de temps ils existent. Un stock, pas « créés moins résolus » : un ticket rouvert y revient.',
  },
  kpis: [
    'backlog',
    'backlog-age.under-1-day',
    'backlog-age.1-to-3-days',
    'backlog-age.3-to-7-days',
    'backlog-age.7-to-30-days',
    'backlog-age.over-30-days',
    'backlog-age:median',
  ],
  by: [],
  every: 'week',
  picture: 'area',
};
