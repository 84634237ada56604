import type { Report } from '../report.ts';

export const repAvailability: Report = {
  id: 'rep-availability',
  theme: 'planning',
  question: { en: 'Who is available, and how much?', fr: 'Qui est disponible, et combien ?' },
  title: { en: 'Availability of agents', fr: 'Disponibilité des agents' },
  about: {
    en: 'Time each agent spent in each status, and the share online of the time logged in.',
    fr: 'Temps passé par chaque agent dans chaque statut, et part en ligne du temps de connexion.',
  },
  kpis: ['availability', 'availability.online', 'availability.busy', 'availability.away'],
  by: ['agent'],
  every: null,
  picture: 'stacked',
};
