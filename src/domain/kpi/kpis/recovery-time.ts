import { column, eq, secondsBetween } from '../expression.ts';
import { atInstant, defineKpi, spread, standard } from '../kpi.ts';

export const recoveryTime = defineKpi({
  id: 'recovery-time',
  version: 1,
  label: { en: 'Recovery time', fr: 'Délai de rétablissement' },
  help: { en: 'From the start of an incident to its end.', fr: 'Du début d’un incident à sa fin.' },
  unit: 'seconds',
  better: 'lower',
  table: 'incidents',
  bases: [atInstant(null, 'to')],
  population: {
    where: [eq(column('kind'), 'incident'), eq(column('inMaintenance'), false)],
    text: {
      en: 'Incidents that ended in the period, none that began during maintenance',
      fr: 'Incidents terminés dans la période, hors ceux commencés pendant une maintenance',
    },
  },
  variants: standard(spread(secondsBetween(column('from'), column('to')))),
});
