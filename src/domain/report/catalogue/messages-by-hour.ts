import type { Report } from '../report.ts';

export const messagesByHour: Report = {
  id: 'messages-by-hour',
  theme: 'replies',
  question: { en: 'When are customers and agents active?', fr: 'Quand clients et agents sont-ils actifs ?' },
  title: { en: 'Messages by hour', fr: 'Messages par heure' },
  about: {
    en: 'Messages received and sent by weekday and hour, in the zone of the report.',
    fr: 'Messages reçus et envoyés par jour de la semaine et par heure, dans le fuseau du rapport.',
  },
  kpis: ['messages-by-hour.received', 'messages-by-hour.sent'],
  by: ['weekday', 'hour'],
  every: null,
  picture: 'heatmap',
};
