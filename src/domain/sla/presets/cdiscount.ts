import type { PolicyPreset } from './preset.ts';

/** No public page with a time was found, so it promises nothing by itself. */
export const cdiscount: PolicyPreset = {
  id: 'cdiscount',
  name: { en: 'Cdiscount', fr: 'Cdiscount' },
  about: {
    en: 'The tickets of Cdiscount, without a time: enter what your contract says.',
    fr: 'Les tickets de Cdiscount, sans délai : saisissez celui de votre contrat.',
  },
  sources: [],
  missing: {
    en: 'No public page of Cdiscount that says within how long a seller answers could be read; its general conditions are shown to sellers only. The preset therefore has no clock.',
    fr: 'Aucune page publique de Cdiscount disant sous combien de temps un vendeur répond n’a pu être lue ; ses conditions générales ne sont montrées qu’aux vendeurs. Le modèle n’a donc pas de délai.',
  },
  policies: [
    {
      id: 'cdiscount-messages',
      name: { en: 'Cdiscount: messages of customers', fr: 'Cdiscount : messages des clients' },
      kind: 'marketplace',
      when: { all: [{ field: 'marketplace', op: 'is', value: 'cdiscount' }] },
      calendar: 'always',
      targets: [],
    },
  ],
  calendars: [],
};
