import { column, eq, isKnown } from '../expression.ts';
import { atInstant, defineKpi, measured } from '../kpi.ts';
import { share } from '../measure.ts';
import { live } from '../populations.ts';

export const surveyResponseRate = defineKpi({
  id: 'survey-response-rate',
  version: 1,
  label: { en: 'Survey response rate', fr: 'Taux de réponse aux enquêtes' },
  help: {
    en: 'Share of surveys sent in the period that were answered.',
    fr: 'Part des enquêtes envoyées dans la période qui ont reçu une réponse.',
  },
  unit: 'share',
  better: 'higher',
  table: 'answers',
  bases: [atInstant(null, 'sentAt')],
  population: {
    where: [live, isKnown(column('sentAt'))],
    text: {
      en: 'Surveys sent, of tickets neither merged nor deleted',
      fr: 'Enquêtes envoyées, de tickets ni fusionnés ni supprimés',
    },
  },
  variants: {
    all: {
      label: { en: 'All surveys', fr: 'Toutes les enquêtes' },
      help: { en: 'Of any kind.', fr: 'De toute sorte.' },
      figure: measured((own) => share(own, isKnown(column('answeredAt')))),
    },
    csat: {
      label: { en: 'CSAT', fr: 'CSAT' },
      help: { en: 'CSAT surveys.', fr: 'Enquêtes CSAT.' },
      figure: measured((own) => share(own, isKnown(column('answeredAt')), eq(column('kind'), 'csat'))),
    },
    nps: {
      label: { en: 'NPS', fr: 'NPS' },
      help: { en: 'NPS surveys.', fr: 'Enquêtes NPS.' },
      figure: measured((own) => share(own, isKnown(column('answeredAt')), eq(column('kind'), 'nps'))),
    },
    ces: {
      label: { en: 'CES', fr: 'CES' },
      help: { en: 'CES surveys.', fr: 'Enquêtes CES.' },
      figure: measured((own) => share(own, isKnown(column('answeredAt')), eq(column('kind'), 'ces'))),
    },
  },
});
