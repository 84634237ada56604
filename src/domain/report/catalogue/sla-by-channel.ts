import type { Report } from '../report.ts';

export const slaByChannel: Report = {
  id: 'sla-by-channel',
  theme: 'sla',
  question: { en: 'On which channels do we fall behind?', fr: 'Sur quels canaux prenons-nous du retard ?' },
  title: { en: 'SLA by channel', fr: 'SLA par canal' },
  about: {
    en: 'Compliance of each target by the channel of the ticket.',
    fr: 'Respect de chaque objectif selon le canal du ticket.',
  },
  kpis: ['sla-compliance', 'sla-compliance.adjusted', 'sla-breaches', 'sla-compliance.decided', 'target-used:median'],
  by: ['channel', 'metric'],
  every: null,
  picture: 'matrix',
};
