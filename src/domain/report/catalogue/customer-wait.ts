import type { Report } from '../report.ts';

export const customerWait: Report = {
  id: 'customer-wait',
  theme: 'replies',
  question: { en: 'Who waits longest?', fr: 'Qui attend le plus longtemps ?' },
  title: { en: 'Customer wait', fr: 'Attente des clients' },
  about: {
    en: 'All the time a ticket’s customer spent waiting for us: the ten customers with the longest mean wait.',
    fr: 'Tout le temps que le client d’un ticket a passé à nous attendre : les dix clients à l’attente moyenne la plus longue.',
  },
  kpis: ['customer-wait-time:mean', 'customer-wait-time:p90', 'customer-wait-time:n'],
  by: ['customer'],
  every: null,
  top: 10,
  picture: 'columns',
};
