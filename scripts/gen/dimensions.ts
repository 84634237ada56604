import { type FactTableName, factTables } from '../../src/domain/kpi/facts/index.ts';
import { findGroupKey } from '../../src/domain/report/dimension.ts';
import { dimensions } from '../../src/domain/report/dimensions.ts';
import { code, codes, madeFrom, page, table } from './markdown.ts';

const tables: readonly FactTableName[] = (Object.keys(factTables) as FactTableName[]).filter(
  (name) => name !== 'names',
);
const ofTickets = tables.filter((name) => factTables[name].ofTicket);

/** The tables that carry a dimension, those of tickets taken together. */
function describeCarriers(carriers: readonly FactTableName[]): string {
  if (carriers.length === tables.length) return 'all';
  if (!ofTickets.every((name) => carriers.includes(name))) return codes(carriers);
  const others = carriers.filter((name) => !ofTickets.includes(name));
  return ['those of tickets', ...others.map(code)].join(', ');
}

const kinds = {
  column: '',
  list: 'one group for each value of the list',
  field: '',
  hour: 'wall clock of the zone of the report',
  weekday: 'wall clock of the zone of the report',
} as const;

export function dimensionsPage(): string {
  const rows = dimensions.map((dimension) => {
    const carriers = tables.filter((name) => findGroupKey(dimension, name) !== null);
    return [
      code(dimension.id),
      dimension.label.en,
      dimension.label.fr,
      codes(dimension.aliases ?? []),
      describeCarriers(carriers),
      kinds[dimension.kind],
    ];
  });
  return page(
    '# Dimensions',
    madeFrom('src/domain/report/dimensions.ts'),
    'Something to group and filter by. A custom field is the dimension `fields.<name>`. A KPI can be split by the dimensions ' +
      'that its facts carry.',
    `The facts of tickets are ${codes(ofTickets)}.`,
    table(['id', 'name', 'nom', 'also written', 'facts that carry it', 'remark'], rows),
  );
}
