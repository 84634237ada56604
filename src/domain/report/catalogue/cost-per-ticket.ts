import type { Report } from '../report.ts';

export const costPerTicket: Report = {
  id: 'cost-per-ticket',
  theme: 'business',
  question: { en: 'What does a ticket cost?', fr: 'Que coûte un ticket ?' },
  title: { en: 'Cost per ticket', fr: 'Coût par ticket' },
  about: {
    en: 'Support cost of the period ÷ tickets created in it, solved or not. Costs are spread evenly over the dates of their ledger entry.',
    fr: 'Coût du support de la période ÷ tickets créés pendant celle-ci, résolus ou non. Les coûts sont répartis également sur les dates de leur écriture.',
  },
  kpis: ['cost-per-ticket', 'tickets-created'],
  by: [],
  every: 'month',
  picture: 'trend',
};
