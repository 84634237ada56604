import { type DashboardTemplate, reportTile, textTile } from '../template.ts';

export const supportManager: DashboardTemplate = {
  id: 'support-manager',
  title: { en: 'Support manager', fr: 'Responsable du support' },
  about: {
    en: 'Do we keep our word, who needs help, and is the pile growing: the week of a support manager on one page.',
    fr: 'Tenons-nous nos engagements, qui a besoin d’aide, le stock grossit-il : la semaine d’un responsable sur une page.',
  },
  query: { period: 'last-30-days' },
  tiles: [
    reportTile('sla-overview', [0, 0, 8, 5]),
    reportTile('csat', [8, 0, 4, 5]),
    reportTile('first-reply', [0, 5, 6, 5]),
    reportTile('time-to-close', [6, 5, 6, 5]),
    reportTile('agent-performance', [0, 10, 12, 6]),
    reportTile('backlog', [0, 16, 6, 5]),
    reportTile('messages-by-hour', [6, 16, 6, 5]),
    textTile('how-to', [0, 21, 12, 1], {
      en: 'Look at **n** before a share: few tickets say little. Click a figure to see the tickets behind it.',
      fr: 'Regardez **n** avant une part : peu de tickets disent peu de choses. Cliquez sur un chiffre pour voir les tickets derrière.',
    }),
  ],
};
