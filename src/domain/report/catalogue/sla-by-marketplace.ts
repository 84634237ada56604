import type { Report } from '../report.ts';

export const slaByMarketplace: Report = {
  id: 'sla-by-marketplace',
  theme: 'sla',
  question: {
    en: 'Who meets eBay’s clock? Where are the bottlenecks?',
    fr: 'Qui tient le délai d’eBay ? Où sont les goulots ?',
  },
  title: { en: 'SLA by marketplace', fr: 'SLA par place de marché' },
  about: {
    en: 'Agents against marketplaces, coloured by the share kept within target. Tickets without a marketplace stand under “none”.',
    fr: 'Agents par place de marché, colorés selon la part tenue dans l’objectif. Les tickets sans place de marché sont sous « aucune ».',
  },
  kpis: ['sla-compliance', 'sla-compliance.adjusted', 'sla-breaches', 'sla-compliance.decided'],
  by: ['agent', 'marketplace'],
  every: null,
  picture: 'matrix',
};
