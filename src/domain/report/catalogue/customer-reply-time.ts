import type { Report } from '../report.ts';

export const customerReplyTime: Report = {
  id: 'customer-reply-time',
  theme: 'replies',
  question: { en: 'Who answers us slowly?', fr: 'Qui tarde à nous répondre ?' },
  title: { en: 'Customer reply time', fr: 'Délai de réponse des clients' },
  about: {
    en: 'From each agent reply to the customer’s answer: the ten slowest customers.',
    fr: 'De chaque réponse d’agent à celle du client : les dix clients les plus lents.',
  },
  kpis: ['customer-reply-time:median', 'customer-reply-time:n'],
  by: ['customer'],
  every: null,
  top: 10,
  picture: 'columns',
};
