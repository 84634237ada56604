import type { Records } from '../client.ts';

/** The variant that a workspace means by a KPI without one, by KPI; a KPI that is not there has none of its own. */
export async function getDefaultVariants(
  records: Records,
  workspace: string,
): Promise<Readonly<Record<string, string>>> {
  const rows = await records
    .selectFrom('defaultVariants')
    .select(['kpi', 'variant'])
    .where('workspace', '=', workspace)
    .execute();
  return Object.fromEntries(rows.map(({ kpi, variant }) => [kpi, variant]));
}

/** Null takes the workspace's own choice back. */
export async function saveDefaultVariant(
  records: Records,
  workspace: string,
  { kpi, variant }: { readonly kpi: string; readonly variant: string | null },
): Promise<void> {
  if (variant === null) {
    await records.deleteFrom('defaultVariants').where('workspace', '=', workspace).where('kpi', '=', kpi).execute();
    return;
  }
  await records
    .insertInto('defaultVariants')
    .values({ workspace, kpi, variant })
    .onConflict((conflict) => conflict.columns(['workspace', 'kpi']).doUpdateSet({ variant }))
    .execute();
}
