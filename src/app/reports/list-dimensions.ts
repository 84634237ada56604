import type { DimensionInfo } from '#contract/schemas/registry.ts';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { type Dimension, findGroupKey, getDimension } from '#domain/report/dimension.ts';
import { dimensions } from '#domain/report/dimensions.ts';
import type { App } from '../app.ts';

const populations = (Object.keys(factTables) as FactTableName[]).filter((name) => name !== 'names');

/** Dimensions to group and filter by: those of Vigie, then the custom fields that tickets carry. */
export async function listDimensions(app: App): Promise<DimensionInfo[]> {
  const fields = await app.analytics.query<{ name: string }>(
    `SELECT DISTINCT arrayJoin(mapKeys(fields)) AS name FROM tickets
     WHERE workspace = {workspace:String} AND buried = 0 ORDER BY name LIMIT 500`,
    { workspace: app.workspace },
  );
  return [...dimensions, ...fields.map(({ name }) => getDimension(`fields.${name}`))].map(describeDimension);
}

function describeDimension(dimension: Dimension): DimensionInfo {
  return {
    id: dimension.id,
    label: dimension.label,
    custom: dimension.kind === 'field',
    facts: populations.filter((table) => findGroupKey(dimension, table) !== null),
  };
}
