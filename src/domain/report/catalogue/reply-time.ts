import type { Report } from '../report.ts';

export const replyTime: Report = {
  id: 'reply-time',
  theme: 'replies',
  question: { en: 'How fast do we answer each message?', fr: 'En combien de temps répondons-nous à chaque message ?' },
  title: { en: 'Reply time', fr: 'Délai de réponse' },
  about: {
    en: 'From the oldest unanswered customer message to the agent reply, credited to the author of the reply.',
    fr: 'Du plus ancien message client sans réponse à la réponse de l’agent, attribuée à son auteur.',
  },
  kpis: ['reply-time:median', 'reply-time:p90', 'reply-time:within-3600', 'reply-time:n'],
  by: [],
  every: 'week',
  picture: 'trend',
};
