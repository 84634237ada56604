import { column, eq } from '../expression.ts';
import { atInstant, defineKpi, spread, standard, timed } from '../kpi.ts';
import { live } from '../populations.ts';

export const customerReplyTime = defineKpi({
  id: 'customer-reply-time',
  version: 1,
  label: { en: 'Customer reply time', fr: 'Délai de réponse du client' },
  short: { en: 'Customer reply', fr: 'Réponse du client' },
  help: {
    en: 'From each agent reply to the customer’s answer.',
    fr: 'De chaque réponse d’un agent à la réponse du client.',
  },
  unit: 'seconds',
  better: 'lower',
  table: 'replies',
  bases: [atInstant('replied', 'answeredAt')],
  population: {
    where: [live, eq(column('side'), 'customer')],
    text: {
      en: 'Agent turns answered by the customer, of tickets neither merged nor deleted',
      fr: 'Messages d’agents auxquels le client a répondu, de tickets ni fusionnés ni supprimés',
    },
  },
  variants: standard(spread(timed('wait'))),
});
