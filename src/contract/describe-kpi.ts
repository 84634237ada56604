import type { Kpi } from '#domain/kpi/kpi.ts';
import { statisticsOf } from '#domain/kpi/resolve-kpi.ts';
import type { KpiInfo } from './schemas/registry.ts';

const statistics = ['median', 'mean', 'p90', 'within', 'n'] as const;

/** A KPI of the registry as clients see it. */
export function describeKpi(kpi: Kpi): KpiInfo {
  const variants = Object.entries(kpi.variants);
  return {
    id: kpi.id,
    label: kpi.label,
    help: kpi.help,
    unit: kpi.unit,
    better: kpi.better === 'neither' ? null : kpi.better,
    fact: kpi.table,
    basis: kpi.bases[0].basis,
    population: kpi.population.text,
    version: kpi.version,
    statistics: statisticsIn(kpi),
    // A KPI with one way of being measured has no choice to offer.
    variants: variants.length > 1 ? variants.map(([id, { label, help }]) => ({ id, label, help })) : [],
    benchmark: kpi.benchmark ?? null,
  };
}

/** Of durations only: elsewhere the figure itself is the statistic. */
function statisticsIn(kpi: Kpi): KpiInfo['statistics'] {
  const spread = Object.values(kpi.variants).find(({ figure }) => figure.kind === 'spread');
  if (spread === undefined) return [];
  const offered = new Set(statisticsOf(kpi, spread).map((statistic) => statistic.replace('-<seconds>', '')));
  return statistics.filter((statistic) => offered.has(statistic));
}
