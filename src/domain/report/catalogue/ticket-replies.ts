import type { Report } from '../report.ts';

export const ticketReplies: Report = {
  id: 'ticket-replies',
  theme: 'replies',
  question: { en: 'Which tickets took most messages?', fr: 'Quels tickets ont demandé le plus de messages ?' },
  title: { en: 'Messages per ticket', fr: 'Messages par ticket' },
  about: {
    en: 'The ten tickets with the most agent replies, the customer’s messages beside. Ask for the other figure first to see who wrote most to us.',
    fr: 'Les dix tickets aux réponses d’agents les plus nombreuses, avec les messages du client à côté. Placez l’autre chiffre en premier pour voir qui nous a le plus écrit.',
  },
  kpis: ['replies-per-ticket.sent:mean', 'replies-per-ticket.received:mean'],
  by: ['ticket'],
  every: null,
  top: 10,
  picture: 'columns',
};
