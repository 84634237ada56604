import type { Report } from '../report.ts';

export const slaOverview: Report = {
  id: 'sla-overview',
  theme: 'sla',
  question: { en: 'Do we keep our word?', fr: 'Tenons-nous parole ?' },
  title: { en: 'SLA overview', fr: 'Vue d’ensemble des SLA' },
  about: {
    en: 'Met ÷ (met + breached) of the clocks decided in the period. Clocks still running are never counted as met; they stand beside, with those at risk. Nothing decided gives no rate, not 100 %.',
    fr: 'Respectés ÷ (respectés + dépassés) parmi les délais arrivés à leur verdict dans la période. Ceux en cours ne comptent jamais comme respectés ; ils sont à côté, avec ceux à risque. Sans aucun verdict, pas de taux, et non 100 %.',
  },
  kpis: ['sla-compliance', 'sla-compliance.adjusted', 'sla-compliance.decided', 'sla-breaches', 'sla-at-risk'],
  by: ['metric'],
  every: 'month',
  picture: 'trend',
};
