import type { Report } from '../report.ts';

export const slaByAgent: Report = {
  id: 'sla-by-agent',
  theme: 'sla',
  question: {
    en: 'Who keeps our word, and who needs help to?',
    fr: 'Qui tient parole, et qui a besoin d’aide pour y arriver ?',
  },
  title: { en: 'SLA by agent', fr: 'SLA par agent' },
  about: {
    en: 'Each verdict is credited to the agent answerable for it: of a breach, the holder at the breach; else who stopped the clock. Read the rate with the number of clocks decided: 100 % of three says less than 92 % of four hundred. Median and p90 are the time clocks took, in their own calendar.',
    fr: 'Chaque verdict est attribué à l’agent qui en répond : pour un dépassement, le détenteur du moment ; sinon, qui a arrêté le décompte. Lisez le taux avec le nombre de verdicts : 100 % de trois dit moins que 92 % de quatre cents. Médiane et p90 donnent le temps pris, dans le calendrier du délai.',
  },
  kpis: [
    'sla-compliance',
    'sla-compliance.adjusted',
    'sla-breaches',
    'sla-compliance.decided',
    'target-used.elapsed:median',
    'target-used.elapsed:p90',
  ],
  by: ['agent', 'metric'],
  every: null,
  picture: 'matrix',
};
