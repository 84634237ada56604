import { and, column, ge, lt, moment, secondsBetween } from '../expression.ts';
import { defineKpi, measured, spread } from '../kpi.ts';
import { count } from '../measure.ts';
import { live } from '../populations.ts';

const age = secondsBetween(column('createdAt'), moment('at'));

export const backlogAge = defineKpi({
  id: 'backlog-age',
  version: 1,
  label: { en: 'Age of the backlog', fr: 'Âge des tickets en attente' },
  short: { en: 'Backlog age', fr: 'Âge' },
  help: {
    en: 'How long the tickets not solved at the end of each bucket have existed.',
    fr: 'Depuis combien de temps existent les tickets non résolus à la fin de chaque intervalle.',
  },
  unit: 'seconds',
  better: 'lower',
  table: 'tickets',
  bases: [{ basis: null, placement: { kind: 'stock', from: column('createdAt'), to: column('solvedAt') } }],
  population: {
    where: [live],
    text: {
      en: 'Tickets created and not yet finally solved at that instant, neither merged nor deleted',
      fr: 'Tickets créés et pas encore résolus pour de bon à cet instant, ni fusionnés ni supprimés',
    },
  },
  namedByVariant: true,
  variants: {
    age: {
      label: { en: 'Age', fr: 'Âge' },
      help: { en: 'Time since creation.', fr: 'Temps écoulé depuis la création.' },
      figure: spread(age),
    },
    'under-1-day': {
      label: { en: 'Under 1 day', fr: 'Moins d’un jour' },
      help: { en: 'Tickets of that age.', fr: 'Tickets de cet âge.' },
      unit: 'count',
      figure: measured((own) => count(own, lt(age, 86400))),
    },
    '1-to-3-days': {
      label: { en: '1 to 3 days', fr: 'De 1 à 3 jours' },
      help: { en: 'Tickets of that age.', fr: 'Tickets de cet âge.' },
      unit: 'count',
      figure: measured((own) => count(own, and(ge(age, 86400), lt(age, 259200)))),
    },
    '3-to-7-days': {
      label: { en: '3 to 7 days', fr: 'De 3 à 7 jours' },
      help: { en: 'Tickets of that age.', fr: 'Tickets de cet âge.' },
      unit: 'count',
      figure: measured((own) => count(own, and(ge(age, 259200), lt(age, 604800)))),
    },
    '7-to-30-days': {
      label: { en: '7 to 30 days', fr: 'De 7 à 30 jours' },
      help: { en: 'Tickets of that age.', fr: 'Tickets de cet âge.' },
      unit: 'count',
      figure: measured((own) => count(own, and(ge(age, 604800), lt(age, 2592000)))),
    },
    'over-30-days': {
      label: { en: 'Over 30 days', fr: 'Plus de 30 jours' },
      help: { en: 'Tickets of that age.', fr: 'Tickets de cet âge.' },
      unit: 'count',
      figure: measured((own) => count(own, ge(age, 2592000))),
    },
  },
});
