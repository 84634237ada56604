import { column, eq, isKnown } from '../expression.ts';
import { defineKpi, spread, standard } from '../kpi.ts';
import { decidedAt, live } from '../populations.ts';

export const overrun = defineKpi({
  id: 'overrun',
  version: 1,
  label: { en: 'Overrun', fr: 'Retard' },
  help: {
    en: 'How far past its target a breached clock went before it stopped.',
    fr: 'De combien un délai dépassé a excédé son objectif avant de s’arrêter.',
  },
  unit: 'seconds',
  better: 'lower',
  table: 'clocks',
  bases: [{ basis: 'decided', placement: { kind: 'instant', at: decidedAt } }],
  population: {
    where: [live, eq(column('clockStatus'), 'breached'), isKnown(column('stoppedAt'))],
    text: {
      en: 'Breached clocks that have stopped, of tickets neither merged nor deleted',
      fr: 'Délais dépassés et arrêtés, de tickets ni fusionnés ni supprimés',
    },
  },
  variants: standard(spread(column('overrunSeconds'))),
  countsVerdicts: true,
});
