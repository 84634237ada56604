import { ge, isNull, le, literal, not, or, when } from '../expression.ts';
import { atInstant, defineKpi, measured } from '../kpi.ts';
import { mean, share } from '../measure.ts';
import { onScale, surveyPopulation } from '../survey-scale.ts';

const promoter = ge(onScale(10), 9);
const detractor = le(onScale(10), 6);

export const nps = defineKpi({
  id: 'nps',
  version: 1,
  label: { en: 'Net promoter score', fr: 'Net promoter score' },
  short: { en: 'NPS', fr: 'NPS' },
  help: {
    en: 'Per cent of promoters (9–10) less per cent of detractors (0–6), from −100 to 100.',
    fr: 'Pourcentage de promoteurs (9–10) moins pourcentage de détracteurs (0–6), de −100 à 100.',
  },
  unit: 'score',
  better: 'higher',
  table: 'answers',
  bases: [atInstant('answered', 'answeredAt')],
  population: surveyPopulation('nps'),
  namedByVariant: true,
  variants: {
    score: {
      label: { en: 'Score', fr: 'Score' },
      help: { en: 'Promoters less detractors.', fr: 'Promoteurs moins détracteurs.' },
      figure: measured((own) =>
        mean(
          own,
          when(
            isNull(onScale(10)),
            literal(null),
            when(promoter, literal(100), when(detractor, literal(-100), literal(0))),
          ),
        ),
      ),
    },
    promoters: {
      label: { en: 'Promoters', fr: 'Promoteurs' },
      help: { en: 'Answers of 9 or 10.', fr: 'Réponses de 9 ou 10.' },
      unit: 'share',
      figure: measured((own) => share(own, promoter)),
    },
    passives: {
      label: { en: 'Passives', fr: 'Passifs' },
      help: { en: 'Answers of 7 or 8.', fr: 'Réponses de 7 ou 8.' },
      unit: 'share',
      better: 'neither',
      figure: measured((own) => share(own, not(or(promoter, detractor)))),
    },
    detractors: {
      label: { en: 'Detractors', fr: 'Détracteurs' },
      help: { en: 'Answers of 0 to 6.', fr: 'Réponses de 0 à 6.' },
      unit: 'share',
      better: 'lower',
      figure: measured((own) => share(own, detractor)),
    },
  },
  benchmark: {
    value: 50,
    source: { en: 'Usual reading: above 50 is excellent', fr: 'Lecture habituelle : au-dessus de 50, c’est excellent' },
  },
  warn: { below: 0 },
});
