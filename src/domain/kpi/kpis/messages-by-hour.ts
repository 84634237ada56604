import { and, column, eq } from '../expression.ts';
import { atInstant, defineKpi, measured } from '../kpi.ts';
import { count } from '../measure.ts';
import { live } from '../populations.ts';

export const messagesByHour = defineKpi({
  id: 'messages-by-hour',
  version: 1,
  label: { en: 'Messages by hour', fr: 'Messages par heure' },
  help: {
    en: 'When customers write and when agents reply.',
    fr: 'Quand les clients écrivent et quand les agents répondent.',
  },
  unit: 'count',
  better: 'neither',
  table: 'messages',
  bases: [atInstant(null, 'at')],
  population: {
    where: [live],
    text: { en: 'Messages of tickets neither merged nor deleted', fr: 'Messages de tickets ni fusionnés ni supprimés' },
  },
  namedByVariant: true,
  variants: {
    received: {
      label: { en: 'Received', fr: 'Reçus' },
      help: { en: 'Customer messages.', fr: 'Messages de clients.' },
      figure: measured((own) =>
        count(own, and(eq(column('actorKind'), 'customer'), eq(column('direction'), 'inbound'))),
      ),
    },
    sent: {
      label: { en: 'Sent', fr: 'Envoyés' },
      help: { en: 'Agent replies.', fr: 'Réponses d’agents.' },
      figure: measured((own) => count(own, eq(column('agentReply'), true))),
    },
  },
});
