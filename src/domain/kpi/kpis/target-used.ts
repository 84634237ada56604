import { column, divide, isKnown, oneOf } from '../expression.ts';
import { defineKpi, spread } from '../kpi.ts';
import { decidedAt, live } from '../populations.ts';

export const targetUsed = defineKpi({
  id: 'target-used',
  version: 1,
  label: { en: 'Share of target used', fr: 'Part de l’objectif consommée' },
  short: { en: 'Target used', fr: 'Objectif consommé' },
  help: {
    en: 'Elapsed time ÷ target of the clocks that have stopped; over 100 % is a breach.',
    fr: 'Temps écoulé ÷ objectif des délais arrêtés ; au-delà de 100 %, l’objectif est dépassé.',
  },
  unit: 'share',
  better: 'lower',
  table: 'clocks',
  bases: [{ basis: 'decided', placement: { kind: 'instant', at: decidedAt } }],
  population: {
    where: [live, oneOf(column('clockStatus'), ['met', 'breached']), isKnown(column('stoppedAt'))],
    text: {
      en: 'Decided clocks that have stopped, of tickets neither merged nor deleted',
      fr: 'Délais arrivés à leur verdict et arrêtés, de tickets ni fusionnés ni supprimés',
    },
  },
  variants: {
    share: {
      label: { en: 'Share of target', fr: 'Part de l’objectif' },
      short: { en: 'Target used', fr: 'Objectif consommé' },
      help: { en: 'Elapsed ÷ target.', fr: 'Écoulé ÷ objectif.' },
      figure: spread(divide(column('elapsedSeconds'), column('targetSeconds'))),
    },
    elapsed: {
      label: { en: 'Time taken', fr: 'Temps pris' },
      short: { en: 'Time taken', fr: 'Temps pris' },
      help: { en: 'Elapsed time, in the clock’s own calendar.', fr: 'Temps écoulé, dans le calendrier du délai.' },
      unit: 'seconds',
      figure: spread(column('elapsedSeconds')),
    },
  },
  countsVerdicts: true,
});
