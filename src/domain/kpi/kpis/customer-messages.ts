import { column, eq } from '../expression.ts';
import { atInstant, defineKpi, measured, standard } from '../kpi.ts';
import { count } from '../measure.ts';
import { live } from '../populations.ts';

export const customerMessages = defineKpi({
  id: 'customer-messages',
  version: 1,
  label: { en: 'Customer messages', fr: 'Messages de clients' },
  help: { en: 'Messages that customers wrote to us.', fr: 'Messages que les clients nous ont écrits.' },
  unit: 'count',
  better: 'neither',
  table: 'messages',
  bases: [atInstant(null, 'at')],
  population: {
    where: [live, eq(column('actorKind'), 'customer'), eq(column('direction'), 'inbound')],
    text: {
      en: 'Customer messages, of tickets neither merged nor deleted',
      fr: 'Messages de clients, de tickets ni fusionnés ni supprimés',
    },
  },
  variants: standard(measured((own) => count(own))),
});
