import { defineKpi, measured, standard } from '../kpi.ts';
import { amountInBucket, costSpans, revenueSpans } from '../ledger.ts';
import { ratio, sum } from '../measure.ts';

export const supportCostRatio = defineKpi({
  id: 'support-cost-ratio',
  version: 1,
  label: { en: 'Support cost ratio', fr: 'Part du coût du support' },
  help: {
    en: 'Support cost ÷ revenue of the same period.',
    fr: 'Coût du support ÷ chiffre d’affaires de la même période.',
  },
  unit: 'share',
  better: 'lower',
  table: 'ledger',
  bases: [{ basis: null, placement: costSpans.placement }],
  population: {
    where: [],
    text: {
      en: 'Ledger entries, spread evenly over their dates',
      fr: 'Écritures comptables, réparties également sur leurs dates',
    },
  },
  variants: standard(measured(() => ratio(sum(costSpans, amountInBucket), sum(revenueSpans, amountInBucket)))),
  benchmark: {
    value: 0.1,
    source: { en: 'Common goal: under 10 % of revenue', fr: 'Objectif courant : moins de 10 % du chiffre d’affaires' },
  },
  warn: { above: 0.1 },
});
