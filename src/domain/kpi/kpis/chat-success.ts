import { column, eq, isKnown, or } from '../expression.ts';
import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { share } from '../measure.ts';
import { live } from '../populations.ts';

export const chatSuccess = defineKpi({
  id: 'chat-success',
  version: 1,
  label: { en: 'Chats answered', fr: 'Chats répondus' },
  help: { en: 'Answered ÷ (answered + abandoned) chats.', fr: 'Chats répondus ÷ (répondus + abandonnés).' },
  unit: 'share',
  better: 'higher',
  table: 'tickets',
  bases: [atInstant('created', 'createdAt')],
  population: {
    where: [live, eq(column('channel'), 'chat'), or(isKnown(column('firstReplyAt')), isKnown(column('abandonedAt')))],
    text: {
      en: 'Chats answered or abandoned, neither merged nor deleted',
      fr: 'Chats répondus ou abandonnés, ni fusionnés ni supprimés',
    },
  },
  variants: standard(measured((own) => share(own, isKnown(column('firstReplyAt'))))),
});
