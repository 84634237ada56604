import type { Report } from '../report.ts';

export const firstContactResolution: Report = {
  id: 'first-contact-resolution',
  theme: 'team',
  question: { en: 'How often is one contact enough?', fr: 'Un seul contact suffit-il souvent ?' },
  title: { en: 'First contact resolution', fr: 'Résolution au premier contact' },
  about: {
    en: 'Products define this very differently, so the variant is always named: one agent reply without reopening, or solved within the first hour. A third variant asks whether the customer came back within 7 days.',
    fr: 'Les produits le définissent très différemment : la variante est donc toujours nommée, une seule réponse sans réouverture ou une résolution dans l’heure. Une troisième demande si le client est revenu sous 7 jours.',
  },
  kpis: ['first-contact-resolution.one-touch', 'first-contact-resolution.first-hour'],
  by: [],
  every: 'month',
  picture: 'trend',
};
