import { column, eq, secondsBetween } from '../expression.ts';
import { atInstant, defineKpi, spread, standard } from '../kpi.ts';

export const incidentResponseTime = defineKpi({
  id: 'incident-response-time',
  version: 1,
  label: { en: 'Incident response time', fr: 'Délai de prise en charge des incidents' },
  help: { en: 'From the start of an incident to the response.', fr: 'Du début d’un incident à sa prise en charge.' },
  unit: 'seconds',
  better: 'lower',
  table: 'incidents',
  bases: [atInstant(null, 'from')],
  population: {
    where: [eq(column('kind'), 'incident'), eq(column('inMaintenance'), false)],
    text: {
      en: 'Incidents that began in the period, none during maintenance',
      fr: 'Incidents commencés dans la période, hors maintenance',
    },
  },
  variants: standard(spread(secondsBetween(column('from'), column('respondedAt')))),
});
