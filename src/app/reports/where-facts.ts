import type { Binder } from '#analytics/binder.ts';
import { compileFilter, type FieldSql } from '#analytics/scan/compile-filter.ts';
import type { PlacedRows } from '#analytics/scan/compile-placement.ts';
import { compileKey } from '#analytics/scan/compile-scan.ts';
import { VigieError } from '#domain/error.ts';
import type { FactTableName } from '#domain/kpi/facts/index.ts';
import { dimensionsOf, findGroupKey, getDimension } from '#domain/report/dimension.ts';
import type { Filter } from '#domain/report/filter.ts';

/** Rows that are listed stand in no period, so they have no hour and no weekday. */
const unplaced: PlacedRows = {
  conditions: [],
  arrayJoin: null,
  bucket: null,
  hour: null,
  weekday: null,
  moments: {},
  overlap: null,
  span: null,
};

/** SQL of the rows of a fact table that a filter keeps. Throws where the table does not carry what it asks for. */
export function whereFacts(table: FactTableName, filter: Filter | undefined, binder: Binder): string {
  if (filter === undefined) return 'workspace = {workspace:String}';
  return `workspace = {workspace:String} AND ${compileFilter(filter, (field) => fieldOf(table, field, binder), binder)}`;
}

function fieldOf(table: FactTableName, field: string, binder: Binder): FieldSql {
  const key = findGroupKey(getDimension(field, 'query.filter'), table);
  if (key === null || key.kind === 'hour' || key.kind === 'weekday') {
    const known = dimensionsOf(table)
      .filter((id) => id !== 'hour' && id !== 'weekday')
      .join(', ');
    const params = { kpi: table, dimension: field, known };
    throw new VigieError('query.dimension-not-available', params, { path: 'query.filter' });
  }
  if (key.kind === 'list') return { sql: `\`${key.name}\``, list: true, number: false };
  return { sql: compileKey(key, unplaced, binder), list: false, number: false };
}
