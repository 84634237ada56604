import type { Report } from '../report.ts';

export const utilisation: Report = {
  id: 'utilisation',
  theme: 'planning',
  question: { en: 'Are people overloaded?', fr: 'Les équipes sont-elles surchargées ?' },
  title: { en: 'Utilisation', fr: 'Taux d’occupation' },
  about: {
    en: 'Recorded work ÷ planned hours. 48 % is the usual mean, from 60 % people tire and leave.',
    fr: 'Travail enregistré ÷ heures planifiées. 48 % est la moyenne habituelle ; à partir de 60 %, on s’use et on part.',
  },
  kpis: ['agent-utilisation.shift', 'agent-utilisation.online'],
  by: ['agent'],
  every: null,
  picture: 'columns',
};
