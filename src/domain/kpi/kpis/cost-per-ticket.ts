import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { amountInBucket, costSpans } from '../ledger.ts';
import { count, ratio, sum } from '../measure.ts';
import { live } from '../populations.ts';

export const costPerTicket = defineKpi({
  id: 'cost-per-ticket',
  version: 1,
  label: { en: 'Cost per ticket', fr: 'Coût par ticket' },
  help: {
    en: 'Support cost of the period ÷ tickets created in it, solved or not.',
    fr: 'Coût du support de la période ÷ tickets créés pendant celle-ci, résolus ou non.',
  },
  unit: 'money',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant('created', 'createdAt')],
  population: {
    where: [live],
    text: {
      en: 'Tickets created, and ledger entries of support cost spread over their dates',
      fr: 'Tickets créés, et écritures de coût du support réparties sur leurs dates',
    },
  },
  variants: standard(measured((own) => ratio(sum(costSpans, amountInBucket), count(own)))),
});
