import type { PolicyPreset } from './preset.ts';

const ofAmazon = { field: 'marketplace', op: 'is', value: 'amazon' } as const;

/** Late response rate, and requests of Amazon about a claim. */
export const amazon: PolicyPreset = {
  id: 'amazon',
  name: { en: 'Amazon', fr: 'Amazon' },
  about: {
    en: 'Each message of a buyer is to be answered within 24 hours, day and night, weekends and holidays included.',
    fr: 'Chaque message d’un acheteur attend sa réponse sous 24 heures, jour et nuit, week-ends et jours fériés compris.',
  },
  sources: [
    {
      title: 'Contact Response Time',
      url: 'https://sellercentral.amazon.com/gp/help/external/200549770',
      readOn: '2026-11-26',
      says: {
        en: 'The late response rate is the share of messages not answered within 24 hours, weekends and holidays included, over 7, 30 and 90 days. A message marked as needing no response is left out. United States.',
        fr: 'Le taux de réponse tardive est la part des messages restés sans réponse 24 heures, week-ends et jours fériés compris, sur 7, 30 et 90 jours. Un message marqué « sans réponse nécessaire » n’y compte pas. États-Unis.',
      },
    },
    {
      title: 'Respond to an A-to-z Guarantee claim notification',
      url: 'https://sellercentral.amazon.com/gp/help/external/1781',
      readOn: '2026-11-26',
      says: {
        en: 'A request of Amazon for more information on a claim is answered within 48 hours, or the buyer’s claim is granted.',
        fr: 'Une demande d’informations d’Amazon sur une réclamation attend sa réponse sous 48 heures, sans quoi l’acheteur obtient gain de cause.',
      },
    },
  ],
  missing: {
    en: 'Another page of Amazon (About A-to-Z Guarantee claims) gives 72 hours for the same request: the preset takes the shorter time. Which tickets are claims depends on your helpdesk; change that condition.',
    fr: 'Une autre page d’Amazon (About A-to-Z Guarantee claims) laisse 72 heures pour la même demande : le modèle prend le délai le plus court. C’est votre outil qui dit quels tickets sont des réclamations ; adaptez cette condition.',
  },
  policies: [
    {
      id: 'amazon-claims',
      name: { en: 'Amazon: A-to-z claims', fr: 'Amazon : réclamations A à Z' },
      kind: 'marketplace',
      when: { all: [ofAmazon, { field: 'type', op: 'in', value: ['claim', 'réclamation'] }] },
      calendar: 'always',
      targets: [
        { id: 'first-reply', metric: 'first-reply', seconds: { default: 172_800 }, warnAt: [0.5, 0.75] },
        { id: 'next-reply', metric: 'next-reply', seconds: { default: 172_800 }, warnAt: [0.5, 0.75] },
      ],
    },
    {
      id: 'amazon-messages',
      name: { en: 'Amazon: messages of buyers', fr: 'Amazon : messages des acheteurs' },
      kind: 'marketplace',
      when: { all: [ofAmazon] },
      calendar: 'always',
      targets: [
        { id: 'first-reply', metric: 'first-reply', seconds: { default: 86_400 }, warnAt: [0.5, 0.75] },
        { id: 'next-reply', metric: 'next-reply', seconds: { default: 86_400 }, warnAt: [0.5, 0.75] },
      ],
    },
  ],
  calendars: [],
};
