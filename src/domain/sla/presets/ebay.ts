import type { PolicyPreset } from './preset.ts';

/** Three business days on a request of the buyer, before eBay steps in. */
export const ebay: PolicyPreset = {
  id: 'ebay',
  name: { en: 'eBay', fr: 'eBay' },
  about: {
    en: 'A return, or an item that did not arrive, is to be settled within 3 business days; after them the buyer may ask eBay to step in.',
    fr: 'Un retour, ou un objet non reçu, est à régler sous 3 jours ouvrés ; passé ce délai, l’acheteur peut demander à eBay d’intervenir.',
  },
  sources: [
    {
      title: 'Ask eBay to step in',
      url: 'https://www.ebay.co.uk/help/buying/default/ask-ebay-to-step-in?id=4701',
      readOn: '2026-11-26',
      says: {
        en: 'The buyer may ask eBay to review a request that the seller did not resolve within 3 business days. United Kingdom; an older copy says that the seller should respond within them.',
        fr: 'L’acheteur peut demander à eBay d’examiner une demande que le vendeur n’a pas réglée sous 3 jours ouvrés. Royaume-Uni ; une copie plus ancienne demande une réponse dans ce délai.',
      },
    },
  ],
  missing: {
    en: 'No page of eBay was found that sets a time for ordinary messages of buyers: the preset has no clock for them. A business day is counted from midnight to midnight, Monday to Friday; add your bank holidays to its calendar. Which tickets are requests depends on your helpdesk; change that condition.',
    fr: 'Aucune page d’eBay fixant un délai pour les messages ordinaires des acheteurs n’a été trouvée : le modèle n’a pas de délai pour eux. Un jour ouvré va de minuit à minuit, du lundi au vendredi ; ajoutez vos jours fériés à son calendrier. C’est votre outil qui dit quels tickets sont des demandes ; adaptez cette condition.',
  },
  policies: [
    {
      id: 'ebay-requests',
      name: { en: 'eBay: returns and items not received', fr: 'eBay : retours et objets non reçus' },
      kind: 'marketplace',
      when: {
        all: [
          { field: 'marketplace', op: 'is', value: 'ebay' },
          { field: 'type', op: 'in', value: ['return', 'retour', 'claim', 'réclamation', 'item-not-received'] },
        ],
      },
      calendar: 'ebay-business-days',
      targets: [
        { id: 'first-reply', metric: 'first-reply', seconds: { default: 259_200 }, warnAt: [0.5, 0.75] },
        { id: 'resolution', metric: 'resolution', seconds: { default: 259_200 }, warnAt: [0.5, 0.75] },
      ],
    },
  ],
  calendars: [
    {
      id: 'ebay-business-days',
      name: 'eBay, business days',
      weekly: {
        mon: [['00:00', '24:00']],
        tue: [['00:00', '24:00']],
        wed: [['00:00', '24:00']],
        thu: [['00:00', '24:00']],
        fri: [['00:00', '24:00']],
      },
    },
  ],
};
