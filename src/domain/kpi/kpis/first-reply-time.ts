import { atInstant, defineKpi, spread, timed } from '../kpi.ts';
import { liveTickets } from '../populations.ts';

export const firstReplyTime = defineKpi({
  id: 'first-reply-time',
  version: 1,
  label: { en: 'First reply time', fr: 'Délai de première réponse' },
  short: { en: 'First reply', fr: 'Première réponse' },
  help: {
    en: 'From the start to the first agent reply; bots, notes and surveys never count.',
    fr: 'Du départ à la première réponse d’un agent ; robots, notes et enquêtes ne comptent jamais.',
  },
  unit: 'seconds',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant('replied', 'firstReplyAt'), atInstant('created', 'createdAt'), atInstant('solved', 'solvedAt')],
  population: liveTickets,
  credit: { agent: 'firstReplyBy' },
  variants: {
    standard: {
      label: { en: 'From the request', fr: 'Depuis la demande' },
      help: {
        en: 'From creation, or from the first customer message of a ticket an agent opened.',
        fr: 'Depuis la création, ou depuis le premier message du client si un agent a ouvert le ticket.',
      },
      figure: spread(timed('firstReply')),
    },
    'from-created': {
      label: { en: 'From creation', fr: 'Depuis la création' },
      help: { en: 'Always from creation.', fr: 'Toujours depuis la création.' },
      figure: spread(timed('firstReplyFromCreated')),
    },
    'from-first-customer-message': {
      label: { en: 'From the first customer message', fr: 'Depuis le premier message du client' },
      help: { en: 'From the first message the customer wrote.', fr: 'Depuis le premier message écrit par le client.' },
      figure: spread(timed('firstReplyFromCustomer')),
    },
    'from-assigned': {
      label: { en: 'From assignment', fr: 'Depuis l’attribution' },
      help: { en: 'From the first assignment to an agent.', fr: 'Depuis la première attribution à un agent.' },
      figure: spread(timed('firstReplyFromAssigned')),
    },
    'from-handed-off': {
      label: { en: 'From hand-off', fr: 'Depuis le passage à un humain' },
      help: {
        en: 'From the instant a bot handed the ticket off.',
        fr: 'Depuis l’instant où un robot a passé la main.',
      },
      figure: spread(timed('firstReplyFromHandOff')),
    },
  },
});
