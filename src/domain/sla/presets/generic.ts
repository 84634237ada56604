import type { PolicyPreset } from './preset.ts';

/** A beginning for any marketplace: times of no marketplace, as strict as the strictest of the other presets. */
export const generic: PolicyPreset = {
  id: 'generic',
  name: { en: 'Any marketplace', fr: 'Toute place de marché' },
  about: {
    en: 'A beginning for all tickets of marketplaces that no other policy takes: 24 hours for each reply, 72 for the resolution.',
    fr: 'Un point de départ pour les tickets des places de marché qu’aucune autre règle ne prend : 24 heures par réponse, 72 pour la résolution.',
  },
  sources: [],
  missing: {
    en: 'These times are of no marketplace: they are the strictest of the other presets. Put yours in their place.',
    fr: 'Ces délais ne sont d’aucune place de marché : ce sont les plus stricts des autres modèles. Remplacez-les par les vôtres.',
  },
  policies: [
    {
      id: 'any-marketplace',
      name: { en: 'Any marketplace', fr: 'Toute place de marché' },
      kind: 'marketplace',
      when: { all: [{ field: 'marketplace', op: 'exists', value: true }] },
      calendar: 'always',
      targets: [
        { id: 'first-reply', metric: 'first-reply', seconds: { default: 86_400 }, warnAt: [0.5, 0.75] },
        { id: 'next-reply', metric: 'next-reply', seconds: { default: 86_400 }, warnAt: [0.5, 0.75] },
        { id: 'resolution', metric: 'resolution', seconds: { default: 259_200 }, pauseOn: ['pending'], warnAt: [0.75] },
      ],
    },
  ],
  calendars: [],
};
