import { column, isKnown } from '../expression.ts';
import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { share } from '../measure.ts';
import { live } from '../populations.ts';

export const sourceSla = defineKpi({
  id: 'source-sla',
  version: 1,
  label: { en: 'Source’s own SLA verdict', fr: 'Verdict SLA de la source' },
  help: {
    en: 'Share of tickets of which the source itself says that it kept its SLA.',
    fr: 'Part des tickets dont la source elle-même dit avoir tenu le SLA.',
  },
  unit: 'share',
  better: 'higher',
  table: 'tickets',
  bases: [atInstant('solved', 'solvedAt'), atInstant('created', 'createdAt')],
  population: {
    where: [live, isKnown(column('sourceSlaMet'))],
    text: {
      en: 'Tickets with a verdict of their source, neither merged nor deleted',
      fr: 'Tickets portant un verdict de leur source, ni fusionnés ni supprimés',
    },
  },
  credit: { agent: 'solvedBy' },
  variants: standard(measured((own) => share(own, column('sourceSlaMet')))),
});
