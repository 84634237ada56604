import { overlap } from '../expression.ts';
import { defineKpi, measured } from '../kpi.ts';
import { count, peak, ratio, sum } from '../measure.ts';
import { heldChats, isOnline, presenceSpans } from '../populations.ts';

export const concurrency = defineKpi({
  id: 'concurrency',
  version: 1,
  label: { en: 'Chats at once', fr: 'Chats simultanés' },
  help: { en: 'How many chats agents held at once.', fr: 'Combien de chats les agents tenaient à la fois.' },
  unit: 'number',
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
  variants: {
    'per-agent': {
      label: { en: 'Per available agent', fr: 'Par agent disponible' },
      help: { en: 'Chat time ÷ time agents were online.', fr: 'Temps de chat ÷ temps où les agents étaient en ligne.' },
      figure: measured((own) => ratio(sum(own, overlap), sum(presenceSpans, overlap, isOnline))),
    },
    peak: {
      label: { en: 'Peak', fr: 'Pic' },
      help: { en: 'Most chats held at one instant.', fr: 'Le plus grand nombre de chats détenus au même instant.' },
      unit: 'count',
      figure: measured(
        (own) => peak(own),
        (own) => count(own),
      ),
    },
  },
});
