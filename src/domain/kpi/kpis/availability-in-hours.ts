import { overlap } from '../expression.ts';
import { defineKpi, measured, standard } from '../kpi.ts';
import { count, sum } from '../measure.ts';
import { isOnline, presenceOnShift, presenceSpans } from '../populations.ts';

export const availabilityInHours = defineKpi({
  id: 'availability-in-hours',
  version: 1,
  label: { en: 'Availability in hours', fr: 'Disponibilité pendant les horaires' },
  short: { en: 'In hours', fr: 'Pendant les horaires' },
  help: {
    en: 'Time agents were online during their shifts.',
    fr: 'Temps où les agents étaient en ligne pendant leurs horaires.',
  },
  unit: 'seconds',
  better: 'higher',
  table: 'presence',
  bases: [{ basis: null, placement: presenceSpans.placement }],
  population: {
    where: [],
    text: { en: 'Recorded presence of agents', fr: 'Présences enregistrées des agents' },
  },
  variants: standard(
    measured(
      () => sum(presenceOnShift, overlap, isOnline),
      (own) => count(own, isOnline),
    ),
  ),
});
