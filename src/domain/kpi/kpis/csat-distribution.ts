import { and, gt, le } from '../expression.ts';
import { atInstant, defineKpi, measured } from '../kpi.ts';
import { share } from '../measure.ts';
import { onScale, surveyPopulation } from '../survey-scale.ts';

export const csatDistribution = defineKpi({
  id: 'csat-distribution',
  version: 1,
  label: { en: 'Satisfaction bands', fr: 'Répartition de la satisfaction' },
  help: {
    en: 'Share of answers in each of five bands, from very good to very bad.',
    fr: 'Part des réponses dans chacune des cinq catégories, de très bien à très mauvais.',
  },
  unit: 'share',
  better: 'neither',
  table: 'answers',
  bases: [atInstant('answered', 'answeredAt')],
  population: surveyPopulation('csat'),
  namedByVariant: true,
  variants: {
    'very-good': {
      label: { en: 'Very good', fr: 'Très bien' },
      help: { en: 'Band 5 of five.', fr: 'Catégorie 5 sur cinq.' },
      better: 'higher',
      figure: measured((own) => share(own, gt(onScale(5), 4))),
    },
    good: {
      label: { en: 'Good', fr: 'Bien' },
      help: { en: 'Band 4 of five.', fr: 'Catégorie 4 sur cinq.' },
      better: 'higher',
      figure: measured((own) => share(own, and(gt(onScale(5), 3), le(onScale(5), 4)))),
    },
    neutral: {
      label: { en: 'Neutral', fr: 'Moyen' },
      help: { en: 'Band 3 of five.', fr: 'Catégorie 3 sur cinq.' },
      figure: measured((own) => share(own, and(gt(onScale(5), 2), le(onScale(5), 3)))),
    },
    bad: {
      label: { en: 'Bad', fr: 'Mauvais' },
      help: { en: 'Band 2 of five.', fr: 'Catégorie 2 sur cinq.' },
      better: 'lower',
      figure: measured((own) => share(own, and(gt(onScale(5), 1), le(onScale(5), 2)))),
    },
    'very-bad': {
      label: { en: 'Very bad', fr: 'Très mauvais' },
      help: { en: 'Band 1 of five.', fr: 'Catégorie 1 sur cinq.' },
      better: 'lower',
      figure: measured((own) => share(own, le(onScale(5), 1))),
    },
  },
});
