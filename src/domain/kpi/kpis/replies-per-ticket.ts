import { column } from '../expression.ts';
import { atInstant, defineKpi, spread } from '../kpi.ts';
import { liveTickets } from '../populations.ts';

export const repliesPerTicket = defineKpi({
  id: 'replies-per-ticket',
  version: 1,
  label: { en: 'Messages per ticket', fr: 'Messages par ticket' },
  help: { en: 'Public messages exchanged on a ticket.', fr: 'Messages publics échangés sur un ticket.' },
  unit: 'number',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant('solved', 'solvedAt'), atInstant('created', 'createdAt')],
  population: liveTickets,
  variants: {
    sent: {
      label: { en: 'Sent', fr: 'Envoyés' },
      short: { en: 'Sent per ticket', fr: 'Envoyés par ticket' },
      help: { en: 'Agent replies.', fr: 'Réponses d’agents.' },
      figure: spread(column('agentReplies'), 'mean'),
    },
    received: {
      label: { en: 'Received', fr: 'Reçus' },
      short: { en: 'Received per ticket', fr: 'Reçus par ticket' },
      help: { en: 'Customer messages.', fr: 'Messages de clients.' },
      figure: spread(column('customerMessages'), 'mean'),
    },
  },
});
