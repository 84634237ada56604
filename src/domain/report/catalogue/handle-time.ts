import type { Report } from '../report.ts';

export const handleTime: Report = {
  id: 'handle-time',
  theme: 'team',
  question: { en: 'How much work is in a ticket?', fr: 'Combien de travail demande un ticket ?' },
  title: { en: 'Handle time', fr: 'Temps de traitement' },
  about: {
    en: 'Recorded work per solved ticket; where none is recorded, the open time agents held it. The usual reference is 8.6 minutes (MetricNet).',
    fr: 'Travail enregistré par ticket résolu ; à défaut, le temps ouvert pendant lequel des agents le détenaient. La référence habituelle est de 8,6 minutes (MetricNet).',
  },
  kpis: ['handle-time.work:mean', 'handle-time.work:p90', 'handle-time.agent-held:mean', 'handle-time:n'],
  by: ['type'],
  every: null,
  picture: 'columns',
};
