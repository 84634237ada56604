import { coalesce, column, gt, isKnown, le, moment, multiply, not, oneOf, secondsBetween } from '../expression.ts';
import { defineKpi, measured } from '../kpi.ts';
import { count } from '../measure.ts';
import { live } from '../populations.ts';

const left = secondsBetween(moment('at'), column('dueAt'));

export const slaAtRisk = defineKpi({
  id: 'sla-at-risk',
  version: 1,
  label: { en: 'SLA at risk', fr: 'SLA à risque' },
  help: { en: 'Running clocks that are due within 24 hours.', fr: 'Délais en cours à échéance sous 24 heures.' },
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
      fr: 'Délais en cours et non dépassés à cet instant, de tickets ni fusionnés ni supprimés',
    },
  },
  variants: {
    'within-a-day': {
      label: { en: 'Within a day', fr: 'Sous 24 heures' },
      help: { en: 'Due within 24 hours.', fr: 'À échéance sous 24 heures.' },
      figure: measured((own) => count(own, le(left, 86_400))),
    },
    'last-quarter': {
      label: { en: 'Last quarter', fr: 'Dernier quart' },
      help: {
        en: 'The due instant is at most a quarter of the target away, by the clock on the wall.',
        fr: 'L’échéance est à un quart de l’objectif au plus, en temps calendaire.',
      },
      figure: measured((own) => count(own, le(multiply(left, 4), column('targetSeconds')))),
    },
    running: {
      label: { en: 'All running', fr: 'Toutes en cours' },
      help: { en: 'Every clock that runs and is not yet breached.', fr: 'Tout délai en cours et non dépassé.' },
      better: 'neither',
      figure: measured((own) => count(own)),
    },
  },
});
