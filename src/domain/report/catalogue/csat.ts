import type { Report } from '../report.ts';

export const csat: Report = {
  id: 'csat',
  theme: 'satisfaction',
  question: { en: 'How satisfied are customers, and with whom?', fr: 'Les clients sont-ils satisfaits, et de qui ?' },
  title: { en: 'Customer satisfaction', fr: 'Satisfaction client' },
  about: {
    en: 'Share of answers of 4 or 5 on five, their mean, and the five bands. An answer is credited to the author of the last reply before it, not to the assignee. Look at n and the response rate first: few answers say little.',
    fr: 'Part des notes de 4 ou 5 sur cinq, leur moyenne et les cinq catégories. Une réponse est attribuée à l’auteur de la dernière réponse qui la précède, pas à l’agent assigné. Regardez d’abord n et le taux de réponse : peu de réponses disent peu de choses.',
  },
  kpis: [
    'csat',
    'csat-average',
    'csat:n',
    'csat-distribution.very-good',
    'csat-distribution.good',
    'csat-distribution.neutral',
    'csat-distribution.bad',
    'csat-distribution.very-bad',
  ],
  by: [],
  every: 'month',
  picture: 'distribution',
};
