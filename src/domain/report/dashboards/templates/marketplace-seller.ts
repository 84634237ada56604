import { type DashboardTemplate, reportTile, textTile } from '../template.ts';

export const marketplaceSeller: DashboardTemplate = {
  id: 'marketplace-seller',
  title: { en: 'Marketplace seller', fr: 'Vendeur sur places de marché' },
  about: {
    en: 'Each marketplace against its own clock, and what broke it, before the marketplace says so.',
    fr: 'Chaque place de marché face à son propre délai, et ce qui l’a fait dépasser, avant qu’elle ne vous le dise.',
  },
  query: { period: 'last-30-days' },
  tiles: [
    reportTile('sla-by-marketplace', [0, 0, 12, 7]),
    reportTile('sla-overview', [0, 7, 6, 5], { by: 'marketplace' }),
    reportTile('first-reply', [6, 7, 6, 5], { by: 'marketplace' }),
    reportTile('sla-breaches', [0, 12, 6, 5]),
    reportTile('support-volume', [6, 12, 6, 5], { by: 'marketplace' }),
    textTile('clocks', [0, 17, 12, 1], {
      en: 'Marketplaces count weekends and holidays: their clocks run while the team sleeps.',
      fr: 'Les places de marché comptent week-ends et jours fériés : leurs délais courent pendant que l’équipe dort.',
    }),
  ],
};
