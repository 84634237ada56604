import { column, eq, isKnown } from '../expression.ts';
import { atInstant, defineKpi, measured, spread, timed } from '../kpi.ts';
import { count } from '../measure.ts';
import { live } from '../populations.ts';

export const chatWaitTime = defineKpi({
  id: 'chat-wait-time',
  version: 1,
  label: { en: 'Chat wait time', fr: 'Attente en chat' },
  short: { en: 'Chat wait', fr: 'Attente en chat' },
  help: {
    en: 'From the start of a chat to the first agent message; abandoned chats are counted apart.',
    fr: 'Du début d’un chat au premier message d’un agent ; les chats abandonnés sont comptés à part.',
  },
  unit: 'seconds',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant('created', 'createdAt'), atInstant('replied', 'firstReplyAt')],
  population: {
    where: [live, eq(column('channel'), 'chat')],
    text: { en: 'Chats, neither merged nor deleted', fr: 'Chats, ni fusionnés ni supprimés' },
  },
  credit: { agent: 'firstReplyBy' },
  variants: {
    answered: {
      label: { en: 'Answered', fr: 'Répondus' },
      help: { en: 'Wait of the chats an agent answered.', fr: 'Attente des chats auxquels un agent a répondu.' },
      figure: spread(timed('chatWait')),
    },
    abandoned: {
      label: { en: 'Abandoned', fr: 'Abandonnés' },
      help: {
        en: 'Chats the customer left before an agent came.',
        fr: 'Chats quittés par le client avant l’arrivée d’un agent.',
      },
      unit: 'count',
      figure: measured((own) => count(own, isKnown(column('abandonedAt')))),
    },
  },
});
