import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { mean } from '../measure.ts';
import { onScale, surveyPopulation } from '../survey-scale.ts';

export const csatAverage = defineKpi({
  id: 'csat-average',
  version: 1,
  label: { en: 'Average satisfaction', fr: 'Satisfaction moyenne' },
  help: { en: 'Mean answer on a scale of five.', fr: 'Note moyenne sur cinq.' },
  unit: 'score',
  better: 'higher',
  table: 'answers',
  bases: [atInstant('answered', 'answeredAt')],
  population: surveyPopulation('csat'),
  variants: standard(measured((own) => mean(own, onScale(5)))),
});
