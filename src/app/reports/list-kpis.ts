import type { KpiInfo } from '#contract/schemas/registry.ts';
import { kpis } from '#domain/kpi/index.ts';
import type { Kpi } from '#domain/kpi/kpi.ts';

const durationStatistics = ['median', 'mean', 'p90', 'within', 'n'] as const;

/** The KPI registry as clients see it, in the order in which people read it. */
export function listKpis(): KpiInfo[] {
  return kpis.map(describeKpi);
}

function describeKpi(kpi: Kpi): KpiInfo {
  const isDuration = Object.values(kpi.variants).some(({ figure }) => figure.kind === 'spread');
  return {
    id: kpi.id,
    label: kpi.label,
    help: kpi.help,
    unit: kpi.unit,
    better: kpi.better === 'neither' ? null : kpi.better,
    fact: kpi.table,
    basis: kpi.bases[0].basis,
    version: kpi.version,
    statistics: isDuration ? [...durationStatistics] : [],
    variants: Object.entries(kpi.variants).map(([id, { label, help }]) => ({ id, label, help })),
    benchmark: kpi.benchmark ?? null,
  };
}
