import type { PolicyPreset } from './preset.ts';

/** The service standard “response time” of bol. */
export const bol: PolicyPreset = {
  id: 'bol',
  name: { en: 'bol', fr: 'bol' },
  about: {
    en: 'Nine questions in ten are to be handled within 24 hours.',
    fr: 'Neuf questions sur dix sont à traiter sous 24 heures.',
  },
  sources: [
    {
      title: 'Response time',
      url: 'https://partnerplatform.bol.com/en/need-help/performance/service-standards-bol-com/response-time/',
      readOn: '2026-11-26',
      says: {
        en: '90 % of questions handled within 24 hours, also while the shop is closed. Ten new questions of a week without a first answer within 24 hours bring a warning. Dutch and Belgian public holidays do not count.',
        fr: '90 % des questions traitées sous 24 heures, même boutique fermée. Dix nouvelles questions d’une semaine restées sans première réponse 24 heures valent un avertissement. Les jours fériés néerlandais et belges ne comptent pas.',
      },
    },
    {
      title: 'Handle customer questions in your seller account',
      url: 'https://partnerplatform.bol.com/en/idp/customer-questions-in-your-seller-account',
      readOn: '2026-11-26',
      says: {
        en: 'A question that bol passes on is answered within 24 to 48 hours, or goes back to bol. One open for 18 hours, weekends and public holidays not counted, is shown as open for long.',
        fr: 'Une question transmise par bol reçoit sa réponse sous 24 à 48 heures, sinon elle retourne à bol. Ouverte depuis 18 heures, week-ends et jours fériés non comptés, elle est signalée.',
      },
    },
  ],
  missing: {
    en: 'The pages name no time for later messages in a question, so only the first reply has bol’s own time; the resolution is the same 24 hours, since “handled” may mean either. The preset counts every hour: for bol’s own counting choose a calendar without Dutch and Belgian holidays.',
    fr: 'Les pages ne fixent aucun délai pour la suite d’un échange : seule la première réponse porte le délai de bol ; la résolution reprend ces 24 heures, car « traitée » peut s’entendre des deux façons. Le modèle compte chaque heure : pour compter comme bol, choisissez un calendrier sans les jours fériés néerlandais et belges.',
  },
  policies: [
    {
      id: 'bol-questions',
      name: { en: 'bol: questions of customers', fr: 'bol : questions des clients' },
      kind: 'marketplace',
      when: { all: [{ field: 'marketplace', op: 'in', value: ['bol', 'bol.com'] }] },
      calendar: 'always',
      targets: [
        { id: 'first-reply', metric: 'first-reply', seconds: { default: 86_400 }, warnAt: [0.5, 0.75] },
        { id: 'resolution', metric: 'resolution', seconds: { default: 86_400 }, pauseOn: ['pending'], warnAt: [0.75] },
      ],
    },
  ],
  calendars: [],
};
