import { column, isKnown } from '../expression.ts';
import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { count } from '../measure.ts';
import { live } from '../populations.ts';

export const ticketsSolved = defineKpi({
  id: 'tickets-solved',
  version: 1,
  label: { en: 'Tickets solved', fr: 'Tickets résolus' },
  help: {
    en: 'Tickets whose last solve falls into the period, credited to who held them then.',
    fr: 'Tickets dont la dernière résolution tombe dans la période, attribués à qui les détenait alors.',
  },
  unit: 'count',
  better: 'higher',
  table: 'tickets',
  bases: [atInstant('solved', 'solvedAt'), atInstant('created', 'createdAt')],
  population: {
    where: [live, isKnown(column('solvedAt'))],
    text: { en: 'Solved tickets, neither merged nor deleted', fr: 'Tickets résolus, ni fusionnés ni supprimés' },
  },
  credit: { agent: 'solvedBy' },
  variants: standard(measured((own) => count(own))),
});
