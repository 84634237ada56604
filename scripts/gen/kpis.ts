import { kpis } from '../../src/domain/kpi/index.ts';
import type { Kpi, Variant } from '../../src/domain/kpi/kpi.ts';
import { statisticsOf } from '../../src/domain/kpi/resolve-kpi.ts';
import { code, codes, madeFrom, page, table } from './markdown.ts';

const better = { higher: 'higher is better', lower: 'lower is better', neither: 'neither way is better' } as const;

function basesOf(kpi: Kpi): string {
  const bases = kpi.bases.flatMap(({ basis }) => basis ?? []);
  return bases.length === 0 ? 'their own instant or span' : codes(bases);
}

function variantRow(kpi: Kpi, id: string, variant: Variant): string[] {
  const statistics = statisticsOf(kpi, variant);
  return [code(id), variant.label.en, variant.help.en, variant.unit ?? kpi.unit, codes(statistics)];
}

function remarksOf(kpi: Kpi): string[] {
  const { credit, benchmark, warn, countsVerdicts } = kpi;
  return [
    ...Object.entries(credit ?? {}).map(([dimension, column]) => `By ${code(dimension)}, it reads ${code(column)}.`),
    ...(countsVerdicts ? ['Clocks still running stand beside it and are not counted.'] : []),
    ...(benchmark ? [`Benchmark: ${benchmark.value} ${kpi.unit} (${benchmark.source}).`] : []),
    ...(warn?.above === undefined ? [] : [`Shown as a warning from ${warn.above}.`]),
    ...(warn?.below === undefined ? [] : [`Shown as a warning under ${warn.below}.`]),
  ];
}

/** A KPI measured in one way only needs no table of variants. */
function variantsOf(kpi: Kpi): string {
  const variants = Object.entries(kpi.variants);
  const [first] = variants;
  if (variants.length === 1 && first?.[0] === 'standard') return '';
  return table(
    ['variant', 'name', 'meaning', 'unit', 'statistics'],
    variants.map(([id, variant]) => variantRow(kpi, id, variant)),
  );
}

function section(kpi: Kpi): string {
  const [first] = Object.values(kpi.variants);
  const facts = [
    `- Population: ${kpi.population.text.en}`,
    `- Facts: ${code(kpi.table)}; put into periods by ${basesOf(kpi)}`,
    `- Unit: ${kpi.unit}; ${better[kpi.better]}`,
    ...(first ? [`- Statistics: ${codes(statisticsOf(kpi, first))}`] : []),
    `- Version of the definition: ${kpi.version}`,
    ...remarksOf(kpi).map((remark) => `- ${remark}`),
  ];
  return page(
    `## ${kpi.label.en} (${code(kpi.id)})`,
    `*${kpi.label.fr}.* ${kpi.help.en}`,
    facts.join('\n'),
    variantsOf(kpi),
  ).trimEnd();
}

export function kpisPage(): string {
  return page(
    '# KPIs',
    madeFrom('src/domain/kpi/index.ts'),
    'A KPI is asked for as `id`, `id.variant`, `id:statistic` or `id.variant:statistic`. The first variant and the first basis ' +
      'are the defaults. Unless a KPI says otherwise, no data gives null.',
    table(
      ['id', 'name', 'nom', 'unit', 'facts'],
      kpis.map((kpi) => [code(kpi.id), kpi.label.en, kpi.label.fr, kpi.unit, code(kpi.table)]),
    ),
    ...kpis.map(section),
  );
}
