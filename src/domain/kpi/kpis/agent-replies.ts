import { column, eq } from '../expression.ts';
import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { count } from '../measure.ts';
import { live } from '../populations.ts';

export const agentReplies = defineKpi({
  id: 'agent-replies',
  version: 1,
  label: { en: 'Agent replies', fr: 'Réponses d’agents' },
  help: {
    en: 'Public messages that agents wrote to customers.',
    fr: 'Messages publics écrits par des agents aux clients.',
  },
  unit: 'count',
  better: 'neither',
  table: 'messages',
  bases: [atInstant(null, 'at')],
  population: {
    where: [live, eq(column('agentReply'), true)],
    text: {
      en: 'Agent replies, of tickets neither merged nor deleted',
      fr: 'Réponses d’agents, de tickets ni fusionnés ni supprimés',
    },
  },
  variants: standard(measured((own) => count(own))),
});
