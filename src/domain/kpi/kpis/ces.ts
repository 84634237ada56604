import { ge } from '../expression.ts';
import { atInstant, defineKpi, measured } from '../kpi.ts';
import { mean, share } from '../measure.ts';
import { onScale, surveyPopulation } from '../survey-scale.ts';

export const ces = defineKpi({
  id: 'ces',
  version: 1,
  label: { en: 'Customer effort score', fr: 'Effort client' },
  short: { en: 'Effort', fr: 'Effort' },
  help: {
    en: 'Mean answer to “it was easy”, on a scale of seven.',
    fr: 'Note moyenne à « c’était facile », sur sept.',
  },
  unit: 'score',
  better: 'higher',
  table: 'answers',
  bases: [atInstant('answered', 'answeredAt')],
  population: surveyPopulation('ces'),
  variants: {
    mean: {
      label: { en: 'Mean', fr: 'Moyenne' },
      help: { en: 'Mean on a scale of seven.', fr: 'Moyenne sur sept.' },
      figure: measured((own) => mean(own, onScale(7))),
    },
    easy: {
      label: { en: 'Easy', fr: 'Facile' },
      help: { en: 'Share of answers of 5 or more on seven.', fr: 'Part des réponses de 5 ou plus sur sept.' },
      unit: 'share',
      figure: measured((own) => share(own, ge(onScale(7), 5))),
    },
  },
});
