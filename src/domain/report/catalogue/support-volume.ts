import type { Report } from '../report.ts';

export const supportVolume: Report = {
  id: 'support-volume',
  theme: 'team',
  question: { en: 'Who handles how many tickets?', fr: 'Qui traite combien de tickets ?' },
  title: { en: 'Support volume', fr: 'Volume de tickets' },
  about: {
    en: 'Tickets by the agent they are assigned to, created and solved. Solved tickets are credited to who held them when they were solved.',
    fr: 'Tickets par agent assigné, créés et résolus. Les tickets résolus sont attribués à qui les détenait alors.',
  },
  kpis: ['tickets-created', 'tickets-solved'],
  by: ['agent'],
  every: null,
  picture: 'stacked',
};
