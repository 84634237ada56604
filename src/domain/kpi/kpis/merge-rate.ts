import { column, eq, oneOf } from '../expression.ts';
import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { share } from '../measure.ts';

export const mergeRate = defineKpi({
  id: 'merge-rate',
  version: 1,
  label: { en: 'Merge rate', fr: 'Taux de fusion' },
  help: { en: 'Share of tickets merged into another one.', fr: 'Part des tickets fusionnés dans un autre.' },
  unit: 'share',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant('created', 'createdAt')],
  population: {
    where: [oneOf(column('outcome'), ['live', 'merged'])],
    text: { en: 'All tickets but the deleted ones', fr: 'Tous les tickets sauf les supprimés' },
  },
  variants: standard(measured((own) => share(own, eq(column('outcome'), 'merged')))),
});
