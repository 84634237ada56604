import type { Report } from '../report.ts';

export const hoursAvailability: Report = {
  id: 'hours-availability',
  theme: 'planning',
  question: { en: 'Do people work outside hours?', fr: 'Travaille-t-on en dehors des horaires ?' },
  title: { en: 'Availability by hour', fr: 'Disponibilité par heure' },
  about: {
    en: 'Time agents were online during their shifts and outside them, by hour of the day.',
    fr: 'Temps où les agents étaient en ligne pendant et hors de leurs horaires, par heure de la journée.',
  },
  kpis: ['availability-in-hours', 'availability-out-of-hours'],
  by: ['hour'],
  every: null,
  picture: 'area',
};
