import type { Analytics } from './client.ts';

/** Ids of one dimension whose names are wanted. */
export interface NamedIds {
  readonly dimension: string;
  readonly kind: 'agent' | 'customer';
  readonly ids: readonly string[];
}

type Labels = Record<string, Record<string, string>>;

/** The names known of some ids: dimension → id → name. Ids without a name are left out. */
export async function findLabels(
  analytics: Analytics,
  workspace: string,
  wanted: readonly NamedIds[],
): Promise<Labels> {
  const labels: Labels = {};
  for (const { dimension, kind, ids } of wanted) {
    if (ids.length === 0) continue;
    const rows = await analytics.query<{ id: string; name: string }>(
      `SELECT id, argMax(name, version) AS name FROM names
       WHERE workspace = {workspace:String} AND kind = {kind:String} AND id IN ({ids:Array(String)}) AND buried = 0
       GROUP BY id`,
      { workspace, kind, ids },
    );
    labels[dimension] = Object.fromEntries(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
  }
  return labels;
}
