import type { KpiInfo } from '#contract/schemas/registry.ts';
import { VigieError } from '#domain/error.ts';
import { canBeDefault, getKpi, getVariant } from '#domain/kpi/resolve-kpi.ts';
import { getDefaultVariants, saveDefaultVariant } from '#records/definitions/default-variants.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { listKpis } from './list-kpis.ts';

/**
 * Sets the variant that the workspace means by a KPI without one; null is the registry's own again. Figures asked for without
 * a variant follow at once. Throws `kpi.unknown`, `kpi.unknown-variant`, `kpi.not-a-default`.
 */
export async function changeDefaultVariant(app: App, id: string, variant: string | null, by: By): Promise<KpiInfo> {
  const kpi = getKpi(id, 'path.id');
  if (variant !== null && !canBeDefault(kpi, getVariant(kpi, variant, 'body.variant'))) {
    throw new VigieError('kpi.not-a-default', { kpi: id, variant }, { path: 'body.variant' });
  }
  await app.records.transaction().execute(async (trx) => {
    const before = (await getDefaultVariants(trx, app.workspace))[id] ?? null;
    if (before === variant) return;
    await saveDefaultVariant(trx, app.workspace, { kpi: id, variant });
    const details = { from: { variant: before }, to: { variant } };
    await recordAudit(trx, app.workspace, by, { action: 'definition.changed', subject: id, details });
  });
  const all = await listKpis(app);
  return all.find((each) => each.id === id) as KpiInfo;
}
