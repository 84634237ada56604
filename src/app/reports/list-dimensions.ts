import type { DimensionInfo } from '#contract/schemas/registry.ts';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { type Dimension, findGroupKey, getDimension } from '#domain/report/dimension.ts';
import { dimensions } from '#domain/report/dimensions.ts';
import type { App } from '../app.ts';

const populations = (Object.keys(factTables) as FactTableName[]).filter((name) => name !== 'names');

/** Dimensions to group and filter by: those of Vigie, then the custom fields that tickets carry. */
export async function listDimensions(app: App): Promise<DimensionInfo[]> {
  const fields = await app.analytics.query<{ name: string; isNumber: number }>(
    `SELECT field.1 AS name, min(isNotNull(toFloat64OrNull(trimBoth(field.2)))) AS isNumber
     FROM (SELECT arrayJoin(CAST(fields, 'Array(Tuple(String, String))')) AS field FROM tickets
           WHERE workspace = {workspace:String} AND buried = 0)
     GROUP BY name ORDER BY name LIMIT 500`,
    { workspace: app.workspace },
  );
  return [
    ...dimensions.map((dimension) => describeDimension(dimension, dimension.id === 'hour')),
    ...fields.map(({ name, isNumber }) => describeDimension(getDimension(`fields.${name}`), Number(isNumber) === 1)),
  ];
}

function describeDimension(dimension: Dimension, number: boolean): DimensionInfo {
  return {
    number,
    id: dimension.id,
    label: dimension.label,
    custom: dimension.kind === 'field',
    facts: populations.filter((table) => findGroupKey(dimension, table) !== null),
  };
}
