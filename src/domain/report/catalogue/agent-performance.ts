import type { Report } from '../report.ts';

export const agentPerformance: Report = {
  id: 'agent-performance',
  theme: 'team',
  question: { en: 'Who is ahead, who needs coaching?', fr: 'Qui est en avance, qui a besoin d’aide ?' },
  title: { en: 'Agent performance', fr: 'Performance des agents' },
  about: {
    en: 'One line an agent, each figure credited to who did it: replies to their author, solves to who held the ticket, breaches to the holder at the breach. Compare shares together with their n.',
    fr: 'Une ligne par agent, chaque chiffre attribué à qui l’a fait : les réponses à leur auteur, les résolutions à qui détenait le ticket, les dépassements au détenteur du moment. Lisez les parts avec leur n.',
  },
  kpis: [
    'tickets-solved',
    'first-reply-time:median',
    'full-resolution-time:median',
    'sla-compliance',
    'first-contact-resolution.one-touch',
    'csat',
    'handle-time:mean',
    'reopen-rate',
  ],
  by: ['agent'],
  every: null,
  picture: 'table',
};
