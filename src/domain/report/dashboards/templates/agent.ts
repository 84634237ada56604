import { type DashboardTemplate, reportTile, textTile } from '../template.ts';

export const agent: DashboardTemplate = {
  id: 'agent',
  title: { en: 'Agent', fr: 'Agent' },
  about: {
    en: 'One’s own replies, promises and satisfaction. Agents see their own figures here, whoever made the dashboard.',
    fr: 'Ses réponses, ses engagements, sa satisfaction. Chaque agent voit ici ses propres chiffres, qui que soit l’auteur.',
  },
  query: { period: 'last-30-days' },
  tiles: [
    reportTile('sla-overview', [0, 0, 6, 5]),
    reportTile('csat', [6, 0, 6, 5]),
    reportTile('first-reply', [0, 5, 6, 5]),
    reportTile('agent-replies', [6, 5, 6, 5]),
    reportTile('reopens', [0, 10, 6, 5]),
    reportTile('handle-time', [6, 10, 6, 5]),
    textTile('fair', [0, 15, 12, 1], {
      en: 'A figure with a small **n** is a hint, not a verdict.',
      fr: 'Un chiffre avec un petit **n** est un indice, pas un verdict.',
    }),
  ],
};
