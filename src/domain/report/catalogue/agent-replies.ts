import type { Report } from '../report.ts';

export const agentReplies: Report = {
  id: 'agent-replies',
  theme: 'replies',
  question: { en: 'How much do we answer?', fr: 'Combien répondons-nous ?' },
  title: { en: 'Agent replies', fr: 'Réponses des agents' },
  about: {
    en: 'Public messages that agents wrote to customers, by their author.',
    fr: 'Messages publics écrits par les agents aux clients, par auteur.',
  },
  kpis: ['agent-replies'],
  by: ['agent'],
  every: null,
  picture: 'columns',
};
