import { column, eq } from '../expression.ts';
import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { mean } from '../measure.ts';

export const checkSuccess = defineKpi({
  id: 'check-success',
  version: 1,
  label: { en: 'Checks passed', fr: 'Contrôles réussis' },
  help: {
    en: 'Mean result of the checks (availability, back-ups, recovery): 1 is passed, 0 is failed.',
    fr: 'Résultat moyen des contrôles (disponibilité, sauvegardes, restauration) : 1 réussi, 0 échoué.',
  },
  unit: 'share',
  better: 'higher',
  table: 'incidents',
  bases: [atInstant(null, 'from')],
  population: {
    where: [eq(column('kind'), 'check'), eq(column('inMaintenance'), false)],
    text: { en: 'Checks with a result, none during maintenance', fr: 'Contrôles ayant un résultat, hors maintenance' },
  },
  variants: standard(measured((own) => mean(own, column('value')))),
});
