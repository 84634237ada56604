import { describeKpi } from '#contract/describe-kpi.ts';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import { kpis } from '#domain/kpi/index.ts';

/** The KPI registry as clients see it, in the order in which people read it. */
export function listKpis(): KpiInfo[] {
  return kpis.map(describeKpi);
}
