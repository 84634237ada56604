import type { z } from 'zod';
import type { dimensionValue } from '#contract/schemas/registry.ts';
import type { FactTable } from '#domain/kpi/fact-table.ts';
import { type FactTableName, factTables } from '#domain/kpi/facts/index.ts';
import { type Dimension, findGroupKey, type GroupKey, getDimension } from '#domain/report/dimension.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';

type Value = z.infer<typeof dimensionValue>;

export interface ValuesRequest {
  /** Part of a value or of its name, in any case. */
  readonly search?: string | undefined;
  readonly limit: number;
}

interface Counted extends Value {
  readonly total: number;
}

/** Values of a dimension with their names, the most frequent first. Throws `query.unknown-dimension`. */
export async function listDimensionValues(
  app: App,
  id: string,
  request: ValuesRequest,
): Promise<{ items: Value[]; total: number }> {
  const dimension = getDimension(id, 'path.id');
  const { table, key } = placeOf(dimension);
  const { timeZone } = await getWorkspace(app.records, app.workspace);
  const search = request.search?.trim() ?? '';
  const params = {
    workspace: app.workspace,
    field: key.name,
    timeZone,
    search,
    kind: dimension.named ?? '',
    limit: request.limit,
  };
  const found = await app.analytics.query<Counted>(statementOf(table, key, search !== ''), params);
  const items = found.map(({ value, label, n }) => ({ value, label, n }));
  return { items, total: found[0]?.total ?? 0 };
}

/** The table that tells most of a dimension's values: tickets if they carry it, else the first that does. */
function placeOf(dimension: Dimension): { table: FactTableName; key: GroupKey } {
  const names: readonly FactTableName[] = ['tickets', ...(Object.keys(factTables) as FactTableName[])];
  for (const table of names) {
    const key = findGroupKey(dimension, table);
    if (key !== null) return { table, key };
  }
  throw new Error(`No fact table carries the dimension ${dimension.id}.`);
}

function statementOf(table: FactTableName, key: GroupKey, searched: boolean): string {
  const definition: FactTable = factTables[table];
  const n = table === 'tickets' || !definition.ofTicket ? 'count()' : 'uniqExact(ticket)';
  const live = definition.ofTicket ? `AND outcome = 'live'` : '';
  return `SELECT value, names.name AS label, n, count() OVER () AS total
    FROM (SELECT ${keySql(key)} AS value, ${n} AS n FROM ${table} FINAL
          WHERE workspace = {workspace:String} ${live} GROUP BY value) AS counted
    LEFT JOIN (SELECT id, name FROM names FINAL
          WHERE workspace = {workspace:String} AND kind = {kind:String}) AS names ON names.id = counted.value
    ${searched ? `WHERE ${matches('value')} OR ${matches('label')}` : ''}
    ORDER BY n DESC, value LIMIT {limit:UInt32}`;
}

const matches = (column: string) => `positionCaseInsensitiveUTF8(coalesce(${column}, ''), {search:String}) > 0`;

function keySql({ kind, name }: GroupKey): string {
  switch (kind) {
    case 'hour':
      return 'toString(toHour(createdAt, {timeZone:String}))';
    case 'weekday':
      return 'toString(toDayOfWeek(createdAt, 0, {timeZone:String}))';
    case 'list':
      return `arrayJoin(if(empty(${name}), [NULL], arrayMap(item -> toNullable(item), arrayDistinct(${name}))))`;
    case 'field':
      return 'if(mapContains(fields, {field:String}), toNullable(fields[{field:String}]), NULL)';
    case 'column':
      return `CAST(\`${name}\` AS Nullable(String))`;
  }
}
