import { column, ne } from '../expression.ts';
import { defineKpi, measured, standard } from '../kpi.ts';
import { count } from '../measure.ts';
import { live } from '../populations.ts';

/** Read from the holdings, so that a ticket solved, then reopened, is missing just while it was solved. */
export const backlog = defineKpi({
  id: 'backlog',
  version: 1,
  label: { en: 'Backlog', fr: 'Tickets en attente' },
  help: {
    en: 'Tickets not solved at the end of each bucket, whoever held them.',
    fr: 'Tickets non résolus à la fin de chaque intervalle, quel que soit leur détenteur.',
  },
  unit: 'count',
  better: 'lower',
  table: 'holdings',
  bases: [{ basis: null, placement: { kind: 'stock', from: column('from'), to: column('to') } }],
  population: {
    where: [live, ne(column('holder'), 'nobody')],
    text: {
      en: 'Tickets held by somebody (not solved) at that instant, neither merged nor deleted',
      fr: 'Tickets détenus par quelqu’un (non résolus) à cet instant, ni fusionnés ni supprimés',
    },
  },
  variants: standard(measured((own) => count(own))),
});
