import type { PolicyPreset } from './preset.ts';

const ofWalmart = { field: 'marketplace', op: 'is', value: 'walmart' } as const;

/** The seller response rate, and complaints that authorities pass on. */
export const walmart: PolicyPreset = {
  id: 'walmart',
  name: { en: 'Walmart', fr: 'Walmart' },
  about: {
    en: 'Each inquiry is to be answered within 48 hours, days off included, in more than 95 % of cases.',
    fr: 'Chaque demande attend sa réponse sous 48 heures, jours de fermeture compris, dans plus de 95 % des cas.',
  },
  sources: [
    {
      title: 'Customer Care Policy',
      url: 'https://marketplacelearn.walmart.com/guides/Order%20management/Customer%20care/Customer-Care-policy',
      readOn: '2026-11-26',
      says: {
        en: 'Inquiries of customers and of Walmart are answered within 48 hours of receipt, weekends and days off included; the seller response rate stays above 95 %. A complaint of the Better Business Bureau or of an Attorney General is answered within the first hour. United States.',
        fr: 'Les demandes des clients et de Walmart reçoivent une réponse sous 48 heures, week-ends et jours de fermeture compris ; le taux de réponse reste au-dessus de 95 %. Une plainte du Better Business Bureau ou d’un procureur général en reçoit une dans la première heure. États-Unis.',
      },
    },
  ],
  missing: {
    en: 'Which tickets are complaints of authorities depends on your helpdesk; change the tags in that condition. Walmart Canada asks for a response rate above 80 %.',
    fr: 'C’est votre outil qui dit quels tickets sont des plaintes d’autorités ; adaptez les étiquettes de cette condition. Walmart Canada demande un taux de réponse supérieur à 80 %.',
  },
  policies: [
    {
      id: 'walmart-complaints',
      name: { en: 'Walmart: complaints of authorities', fr: 'Walmart : plaintes d’autorités' },
      kind: 'marketplace',
      when: {
        all: [
          ofWalmart,
          {
            any: [
              { field: 'tags', op: 'contains', value: 'bbb' },
              { field: 'tags', op: 'contains', value: 'attorney-general' },
            ],
          },
        ],
      },
      calendar: 'always',
      targets: [
        { id: 'first-reply', metric: 'first-reply', seconds: { default: 3600 }, warnAt: [0.5] },
        { id: 'next-reply', metric: 'next-reply', seconds: { default: 172_800 }, warnAt: [0.5, 0.75] },
      ],
    },
    {
      id: 'walmart-inquiries',
      name: { en: 'Walmart: inquiries', fr: 'Walmart : demandes' },
      kind: 'marketplace',
      when: { all: [ofWalmart] },
      calendar: 'always',
      targets: [
        { id: 'first-reply', metric: 'first-reply', seconds: { default: 172_800 }, warnAt: [0.5, 0.75] },
        { id: 'next-reply', metric: 'next-reply', seconds: { default: 172_800 }, warnAt: [0.5, 0.75] },
      ],
    },
  ],
  calendars: [],
};
