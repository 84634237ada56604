import { and, coalesce, column, eq, literal } from '../expression.ts';
import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { share } from '../measure.ts';

export const spamRate = defineKpi({
  id: 'spam-rate',
  version: 1,
  label: { en: 'Spam rate', fr: 'Taux de spam' },
  help: { en: 'Share of all tickets deleted as spam.', fr: 'Part de tous les tickets supprimés comme spam.' },
  unit: 'share',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant('created', 'createdAt')],
  population: {
    where: [],
    text: {
      en: 'All tickets, merged and deleted ones included',
      fr: 'Tous les tickets, fusionnés et supprimés compris',
    },
  },
  variants: standard(
    measured((own) =>
      share(own, coalesce(and(eq(column('outcome'), 'deleted'), eq(column('deleteReason'), 'spam')), literal(false))),
    ),
  ),
});
