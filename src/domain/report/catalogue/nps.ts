import type { Report } from '../report.ts';

export const nps: Report = {
  id: 'nps',
  theme: 'satisfaction',
  question: { en: 'Would they recommend us?', fr: 'Nous recommanderaient-ils ?' },
  title: { en: 'Net promoter score', fr: 'Net promoter score' },
  about: {
    en: 'Promoters (9–10) less detractors (0–6), from −100 to 100. Above 50 is excellent; below 0 more customers warn against us than for us.',
    fr: 'Promoteurs (9–10) moins détracteurs (0–6), de −100 à 100. Au-dessus de 50, c’est excellent ; sous 0, plus de clients nous déconseillent que l’inverse.',
  },
  kpis: ['nps', 'nps.promoters', 'nps.passives', 'nps.detractors', 'nps:n'],
  by: [],
  every: 'month',
  picture: 'gauge',
};
