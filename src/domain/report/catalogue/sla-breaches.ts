import type { Report } from '../report.ts';

export const slaBreaches: Report = {
  id: 'sla-breaches',
  theme: 'sla',
  question: {
    en: 'What broke, held by whom, why?',
    fr: 'Qu’est-ce qui a été dépassé, entre quelles mains, pourquoi ?',
  },
  title: { en: 'SLA breaches', fr: 'Dépassements de SLA' },
  about: {
    en: 'Breaches at the instant they happened, by target and by who held the ticket then. A breach stays one when the target is relaxed later.',
    fr: 'Dépassements à l’instant où ils ont eu lieu, par objectif et par détenteur du ticket à ce moment. Un dépassement le reste si l’objectif est assoupli plus tard.',
  },
  kpis: ['sla-breaches', 'sla-breaches.adjusted', 'overrun:median', 'overrun:p90'],
  by: ['metric', 'holder'],
  every: null,
  picture: 'table',
};
