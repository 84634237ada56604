import { defineKpi, measured, standard } from '../kpi.ts';
import { count, peak } from '../measure.ts';
import { isOnline, presenceSpans } from '../populations.ts';

export const maxAgentsAvailable = defineKpi({
  id: 'max-agents-available',
  version: 1,
  label: { en: 'Most agents available', fr: 'Maximum d’agents disponibles' },
  short: { en: 'Most available', fr: 'Maximum disponible' },
  help: { en: 'Most agents online at one instant.', fr: 'Le plus grand nombre d’agents en ligne au même instant.' },
  unit: 'count',
  better: 'higher',
  table: 'presence',
  bases: [{ basis: null, placement: presenceSpans.placement }],
  population: {
    where: [],
    text: { en: 'Recorded presence of agents', fr: 'Présences enregistrées des agents' },
  },
  variants: standard(
    measured(
      (own) => peak(own, isOnline),
      (own) => count(own, isOnline),
    ),
  ),
});
