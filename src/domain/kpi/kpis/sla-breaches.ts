import { and, not } from '../expression.ts';
import { defineKpi, measured } from '../kpi.ts';
import { count } from '../measure.ts';
import { breached, decidedAt, decidedClocks, excused } from '../populations.ts';

export const slaBreaches = defineKpi({
  id: 'sla-breaches',
  version: 1,
  label: { en: 'SLA breaches', fr: 'Dépassements de SLA' },
  short: { en: 'Breaches', fr: 'Dépassements' },
  help: {
    en: 'Clocks that ran past their target, at the instant they did.',
    fr: 'Délais qui ont dépassé leur objectif, à l’instant où ils l’ont fait.',
  },
  unit: 'count',
  better: 'lower',
  table: 'clocks',
  bases: [{ basis: 'decided', placement: { kind: 'instant', at: decidedAt } }],
  population: decidedClocks,
  variants: {
    raw: {
      label: { en: 'Raw', fr: 'Brut' },
      help: { en: 'Every breach counts.', fr: 'Chaque dépassement compte.' },
      figure: measured((own) => count(own, breached)),
    },
    adjusted: {
      label: { en: 'Adjusted', fr: 'Ajusté' },
      help: { en: 'Excused breaches are left out.', fr: 'Sans les dépassements excusés.' },
      figure: measured((own) => count(own, and(breached, not(excused)))),
    },
  },
  countsVerdicts: true,
});
