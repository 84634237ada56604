import type { Report } from '../report.ts';

export const supportCostRatio: Report = {
  id: 'support-cost-ratio',
  theme: 'business',
  question: {
    en: 'How much of our revenue goes into support?',
    fr: 'Quelle part de notre chiffre d’affaires va au support ?',
  },
  title: { en: 'Support cost ratio', fr: 'Part du coût du support' },
  about: {
    en: 'Support cost ÷ revenue. The usual line is 10 %.',
    fr: 'Coût du support ÷ chiffre d’affaires. Le repère habituel est de 10 %.',
  },
  kpis: ['support-cost-ratio'],
  by: [],
  every: 'month',
  picture: 'trend',
};
