import { and, not, or } from '../expression.ts';
import { defineKpi, measured } from '../kpi.ts';
import { count, ratio } from '../measure.ts';
import { breached, decidedAt, decidedClocks, excused, met } from '../populations.ts';

export const slaCompliance = defineKpi({
  id: 'sla-compliance',
  version: 1,
  label: { en: 'SLA compliance', fr: 'Respect des SLA' },
  short: { en: 'SLA met', fr: 'SLA respectés' },
  help: {
    en: 'Met ÷ (met + breached) of the clocks decided in the period; running ones are shown beside, never counted as met.',
    fr: 'Respectés ÷ (respectés + dépassés) parmi les délais arrivés à leur verdict dans la période ; ceux en cours sont montrés à part, jamais comptés comme respectés.',
  },
  unit: 'share',
  better: 'higher',
  table: 'clocks',
  bases: [{ basis: 'decided', placement: { kind: 'instant', at: decidedAt } }],
  population: decidedClocks,
  variants: {
    raw: {
      label: { en: 'Raw', fr: 'Brut' },
      help: { en: 'Every verdict counts.', fr: 'Chaque verdict compte.' },
      figure: measured((own) => ratio(count(own, met), count(own, or(met, breached)))),
    },
    adjusted: {
      label: { en: 'Adjusted', fr: 'Ajusté' },
      help: { en: 'Excused breaches are left out.', fr: 'Sans les dépassements excusés.' },
      figure: measured((own) => ratio(count(own, met), count(own, or(met, and(breached, not(excused)))))),
    },
    decided: {
      label: { en: 'Decided', fr: 'Verdicts' },
      short: { en: 'Decided', fr: 'Verdicts' },
      help: {
        en: 'Clocks met or breached: the base of the rate.',
        fr: 'Délais respectés ou dépassés : la base du taux.',
      },
      unit: 'count',
      better: 'neither',
      figure: measured((own) => count(own, or(met, breached))),
    },
  },
  countsVerdicts: true,
});
