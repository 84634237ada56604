import type { Report } from '../report.ts';

export const firstReply: Report = {
  id: 'first-reply',
  theme: 'replies',
  question: { en: 'How fast do we answer first?', fr: 'En combien de temps répondons-nous la première fois ?' },
  title: { en: 'First reply', fr: 'Première réponse' },
  about: {
    en: 'From the request to the first agent reply, for replies given in the period. Bots, notes, surveys and campaigns never count; solved without a reply is no reply.',
    fr: 'De la demande à la première réponse d’un agent, pour les réponses données dans la période. Robots, notes, enquêtes et campagnes ne comptent jamais ; résolu sans réponse n’est pas une réponse.',
  },
  kpis: ['first-reply-time:median', 'first-reply-time:p90', 'first-reply-time:within-3600', 'first-reply-time:n'],
  by: [],
  every: 'week',
  picture: 'trend',
};
