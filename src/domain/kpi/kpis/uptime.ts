import { coalesce, column, eq, literal, overlap } from '../expression.ts';
import { defineKpi, measured, standard } from '../kpi.ts';
import { bucketSeconds, constant, distinct, minus, orZero, ratio, type Source, sum, times } from '../measure.ts';

const spans = { kind: 'span', from: column('from'), to: column('to') } as const;
const isIncident = eq(column('kind'), 'incident');
const isMaintenance = eq(column('kind'), 'maintenance');
const component = coalesce(column('component'), literal(''));

const duringMaintenance = (own: Source): Source => ({
  ...own,
  placement: {
    ...spans,
    inside: { table: 'incidents', on: 'component', where: [isMaintenance], from: 'from', to: 'to' },
  },
});

const components = (own: Source) =>
  distinct({ ...own, placement: { kind: 'stock', from: column('from'), to: literal(null) } }, component);
const down = (own: Source) =>
  minus(orZero(sum(own, overlap, isIncident)), orZero(sum(duringMaintenance(own), overlap, isIncident)));
const promised = (own: Source) =>
  minus(times(components(own), bucketSeconds), orZero(sum(own, overlap, isMaintenance)));

export const uptime = defineKpi({
  id: 'uptime',
  version: 1,
  label: { en: 'Uptime', fr: 'Disponibilité du service' },
  help: {
    en: 'Share of the time without an incident, planned maintenance left out.',
    fr: 'Part du temps sans incident, maintenance planifiée exclue.',
  },
  unit: 'share',
  better: 'higher',
  table: 'incidents',
  bases: [{ basis: null, placement: spans }],
  population: {
    where: [],
    text: {
      en: 'Every component that has ever reported a service event',
      fr: 'Chaque composant ayant déjà signalé un événement de service',
    },
  },
  variants: standard(measured((own) => minus(constant(1), ratio(down(own), promised(own))), components)),
});
