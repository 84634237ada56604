import { coalesce, column, gt, isKnown, le, moment, multiply, not, oneOf, secondsBetween } from '../expression.ts';
import { defineKpi, measured } from '../kpi.ts';
import { count } from '../measure.ts';
import { live } from '../populations.ts';

const left = secondsBetween(moment('at'), column('dueAt'));

export const slaAtRisk = defineKpi({
  id: 'sla-at-risk',
  version: 1,
  label: { en: 'SLA at risk', fr: 'SLA à risque' },
  help: {
    en: 'Running clocks that are close to their due instant.',
    fr: 'Horloges en cours proches de leur échéance.',
  },
  unit: 'count',
  better: 'lower',
  table: 'clocks',
  bases: [
    {
      basis: null,
      placement: { kind: 'stock', from: column('startedAt'), to: coalesce(column('stoppedAt'), column('dueAt')) },
    },
  ],
  population: {
    where: [
      live,
      isKnown(column('dueAt')),
      gt(column('dueAt'), moment('at')),
      not(oneOf(column('clockStatus'), ['paused', 'cancelled'])),
    ],
    text: {
      en: 'Clocks running at that instant and not breached, of tickets neither merged nor deleted',
      fr: 'Horloges en cours et non dépassées à cet instant, de tickets ni fusionnés ni supprimés',
    },
  },
  variants: {
    'last-quarter': {
      label: { en: 'Last quarter', fr: 'Dernier quart' },
      help: {
        en: 'At most a quarter of the target is left before the due instant.',
        fr: 'Il reste au plus un quart de l’objectif avant l’échéance.',
      },
      figure: measured((own) => count(own, le(multiply(left, 4), column('targetSeconds')))),
    },
    'within-a-day': {
      label: { en: 'Within a day', fr: 'Sous 24 heures' },
      help: { en: 'Due within 24 hours.', fr: 'À échéance sous 24 heures.' },
      figure: measured((own) => count(own, le(left, 86_400))),
    },
    running: {
      label: { en: 'All running', fr: 'Toutes en cours' },
      help: { en: 'Every clock that runs and is not yet breached.', fr: 'Toute horloge en cours et non dépassée.' },
      better: 'neither',
      figure: measured((own) => count(own)),
    },
  },
});
