import { column, gt, isKnown } from '../expression.ts';
import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { share } from '../measure.ts';
import { live } from '../populations.ts';

export const reopenRate = defineKpi({
  id: 'reopen-rate',
  version: 1,
  label: { en: 'Reopen rate', fr: 'Taux de réouverture' },
  help: { en: 'Share of solved tickets that were reopened.', fr: 'Part des tickets résolus qui ont été rouverts.' },
  unit: 'share',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant('solved', 'firstSolvedAt'), atInstant('created', 'createdAt')],
  population: {
    where: [live, isKnown(column('firstSolvedAt'))],
    text: {
      en: 'Tickets solved at least once, neither merged nor deleted',
      fr: 'Tickets résolus au moins une fois, ni fusionnés ni supprimés',
    },
  },
  variants: standard(measured((own) => share(own, gt(column('reopens'), 0)))),
});
