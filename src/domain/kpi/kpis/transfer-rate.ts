import { column, gt } from '../expression.ts';
import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { share } from '../measure.ts';
import { liveTickets } from '../populations.ts';

export const transferRate = defineKpi({
  id: 'transfer-rate',
  version: 1,
  label: { en: 'Transfer rate', fr: 'Taux de transfert' },
  help: {
    en: 'Share of tickets that passed from one team or agent to another.',
    fr: 'Part des tickets passés d’une équipe ou d’un agent à l’autre.',
  },
  unit: 'share',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant('created', 'createdAt'), atInstant('solved', 'solvedAt')],
  population: liveTickets,
  variants: standard(measured((own) => share(own, gt(column('transfers'), 0)))),
});
