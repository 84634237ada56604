import { gt } from '../expression.ts';
import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { share } from '../measure.ts';
import { onScale, surveyPopulation } from '../survey-scale.ts';

export const csat = defineKpi({
  id: 'csat',
  version: 1,
  label: { en: 'Customer satisfaction', fr: 'Satisfaction client' },
  short: { en: 'Satisfaction', fr: 'Satisfaction' },
  help: {
    en: 'Share of answers of 4 or 5 on a scale of five, credited to the author of the last reply.',
    fr: 'Part des notes de 4 ou 5 sur cinq, attribuées à l’auteur de la dernière réponse.',
  },
  unit: 'share',
  better: 'higher',
  table: 'answers',
  bases: [atInstant('answered', 'answeredAt')],
  population: surveyPopulation('csat'),
  variants: standard(measured((own) => share(own, gt(onScale(5), 3)))),
});
