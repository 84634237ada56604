import { column, eq } from '../expression.ts';
import { atInstant, defineKpi, spread, standard, timed } from '../kpi.ts';
import { live } from '../populations.ts';

export const replyTime = defineKpi({
  id: 'reply-time',
  version: 1,
  label: { en: 'Reply time', fr: 'Délai de réponse' },
  help: {
    en: 'From each unanswered customer message to the agent reply, credited to its author.',
    fr: 'De chaque message client sans réponse à la réponse de l’agent, attribué à son auteur.',
  },
  unit: 'seconds',
  better: 'lower',
  table: 'replies',
  bases: [atInstant('replied', 'answeredAt')],
  population: {
    where: [live, eq(column('side'), 'agent')],
    text: {
      en: 'Customer turns answered by an agent, of tickets neither merged nor deleted',
      fr: 'Messages de clients auxquels un agent a répondu, de tickets ni fusionnés ni supprimés',
    },
  },
  variants: standard(spread(timed('wait'))),
});
