import type { Report } from '../report.ts';

export const churn: Report = {
  id: 'churn',
  theme: 'business',
  question: { en: 'Whom do we lose?', fr: 'Qui perdons-nous ?' },
  title: { en: 'Churn', fr: 'Attrition' },
  about: {
    en: 'Customers at the start of each bucket who left by its end ÷ customers at the start. New customers never offset those lost: they are shown beside, with the net change.',
    fr: 'Clients du début de chaque intervalle partis avant sa fin ÷ clients du début. Les nouveaux ne compensent jamais les perdus : ils sont montrés à côté, avec la variation nette.',
  },
  kpis: ['churn-rate', 'churn-rate.at-start', 'churn-rate.lost', 'churn-rate.new', 'churn-rate.net'],
  by: [],
  every: 'month',
  picture: 'trend',
};
