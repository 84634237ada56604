import type { Report } from '../report.ts';

export const ces: Report = {
  id: 'ces',
  theme: 'satisfaction',
  question: { en: 'Was it easy for them?', fr: 'Était-ce facile pour eux ?' },
  title: { en: 'Customer effort', fr: 'Effort client' },
  about: {
    en: 'Mean answer on a scale of seven and the share who found it easy (5 or more).',
    fr: 'Note moyenne sur sept et part de ceux qui ont trouvé cela facile (5 ou plus).',
  },
  kpis: ['ces', 'ces.easy', 'ces:n'],
  by: [],
  every: 'month',
  picture: 'gauge',
};
