import { coalesce, column, literal, multiply, overlap } from '../expression.ts';
import { defineKpi, measured, standard } from '../kpi.ts';
import { ratio, sum } from '../measure.ts';
import { heldChats, isOnline, presenceSpans } from '../populations.ts';

export const resourcesUsed = defineKpi({
  id: 'resources-used',
  version: 1,
  label: { en: 'Chat capacity used', fr: 'Capacité de chat utilisée' },
  help: {
    en: 'Active chats ÷ (available agents × chats each can take).',
    fr: 'Chats actifs ÷ (agents disponibles × chats que chacun peut prendre).',
  },
  unit: 'share',
  better: 'neither',
  table: 'holdings',
  bases: [{ basis: null, placement: heldChats.placement }],
  population: {
    where: heldChats.where,
    text: {
      en: 'Chats while an agent held them, neither merged nor deleted',
      fr: 'Chats tant qu’un agent les détenait, ni fusionnés ni supprimés',
    },
  },
  variants: standard(
    measured((own) =>
      ratio(
        sum(own, overlap),
        sum(presenceSpans, multiply(overlap, coalesce(column('capacity'), literal(1))), isOnline),
      ),
    ),
  ),
  warn: { above: 1 },
});
