import { overlap } from '../expression.ts';
import { defineKpi, measured, standard } from '../kpi.ts';
import { count, minus, orZero, sum } from '../measure.ts';
import { isOnline, presenceOnShift, presenceSpans } from '../populations.ts';

export const availabilityOutOfHours = defineKpi({
  id: 'availability-out-of-hours',
  version: 1,
  label: { en: 'Availability out of hours', fr: 'Disponibilité hors horaires' },
  short: { en: 'Out of hours', fr: 'Hors horaires' },
  help: {
    en: 'Time agents were online outside their shifts.',
    fr: 'Temps où les agents étaient en ligne en dehors de leurs horaires.',
  },
  unit: 'seconds',
  better: 'lower',
  table: 'presence',
  bases: [{ basis: null, placement: presenceSpans.placement }],
  population: {
    where: [],
    text: { en: 'Recorded presence of agents', fr: 'Présences enregistrées des agents' },
  },
  variants: standard(
    measured(
      (own) => minus(sum(own, overlap, isOnline), orZero(sum(presenceOnShift, overlap, isOnline))),
      (own) => count(own, isOnline),
    ),
  ),
});
