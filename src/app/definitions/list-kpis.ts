import { describeKpi } from '#contract/describe-kpi.ts';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import { kpis } from '#domain/kpi/index.ts';
import { getDefaultVariants } from '#records/definitions/default-variants.ts';
import type { App } from '../app.ts';

/** The KPI registry as clients of a workspace see it, in the order in which people read it. */
export async function listKpis(app: App): Promise<KpiInfo[]> {
  const defaults = await getDefaultVariants(app.records, app.workspace);
  return kpis.map((kpi) => describeKpi(kpi, defaults));
}
