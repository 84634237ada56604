import { type DashboardTemplate, reportTile } from '../template.ts';

export const executive: DashboardTemplate = {
  id: 'executive',
  title: { en: 'Executive', fr: 'Direction' },
  about: {
    en: 'What support costs, whom we lose and whether customers are content, month by month.',
    fr: 'Ce que coûte le support, qui nous perdons et si les clients sont satisfaits, mois par mois.',
  },
  query: { period: 'last-12-months' },
  tiles: [
    reportTile('sla-overview', [0, 0, 6, 5], { every: 'month' }),
    reportTile('csat', [6, 0, 6, 5], { every: 'month' }),
    reportTile('nps', [0, 5, 4, 5], { every: 'month' }),
    reportTile('churn', [4, 5, 4, 5], { every: 'month' }),
    reportTile('cost-per-ticket', [8, 5, 4, 5], { every: 'month' }),
    reportTile('support-volume', [0, 10, 6, 5], { every: 'month', by: '-' }),
    reportTile('support-cost-ratio', [6, 10, 6, 5], { every: 'month' }),
  ],
};
