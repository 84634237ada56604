import type { Report } from '../report.ts';

export const maxAvailable: Report = {
  id: 'max-available',
  theme: 'planning',
  question: { en: 'Are enough people there at the peaks?', fr: 'Sommes-nous assez aux heures de pointe ?' },
  title: { en: 'Most agents available', fr: 'Maximum d’agents disponibles' },
  about: {
    en: 'The most agents online at one instant of each hour, against the messages that arrive then.',
    fr: 'Le plus grand nombre d’agents en ligne au même instant de chaque heure, face aux messages qui arrivent alors.',
  },
  kpis: ['max-agents-available', 'messages-by-hour.received'],
  by: ['hour'],
  every: null,
  picture: 'area',
};
