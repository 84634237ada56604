import type { StoredColumn } from '#analytics/schema.ts';

export type ExportTable = 'tickets' | 'clocks' | 'replies';
export type ExportFormat = 'csv' | 'ndjson' | 'parquet' | 'xlsx';

/** The media type of each format. */
export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** How one export writes the ids of people: their columns of a table as SQL, or as they are where null. */
export type PeopleSql = ((table: ExportTable, column: StoredColumn) => string | null) | null;

/** A column as it is exported: maps and lists, which a cell of CSV cannot hold, become JSON there. */
export function columnExpression(
  table: ExportTable,
  column: StoredColumn,
  { format, people }: { readonly format: ExportFormat; readonly people: PeopleSql },
): string {
  const { name, kind } = column;
  const quoted = `\`${name}\``;
  const instead = people?.(table, column) ?? null;
  if (instead !== null) return `${instead} AS ${quoted}`;
  const nested = kind === 'map' || kind === 'texts';
  const asJson = (nested && (format === 'csv' || format === 'xlsx')) || (kind === 'map' && format === 'parquet');
  if (asJson) return `toJSONString(${quoted}) AS ${quoted}`;
  return format === 'csv' && isText(column) ? `${safeSql(quoted)} AS ${quoted}` : quoted;
}

const isText = ({ kind }: StoredColumn) => kind === 'key' || kind === 'text' || kind === 'id' || kind === 'note';

/** What would begin a formula in a spreadsheet gets an apostrophe before it, as `safeText` does. */
const safeSql = (quoted: string) =>
  `if(match(coalesce(${quoted}, ''), '^[=+\\\\-@\\\\t\\\\r]'), concat('\\'', coalesce(${quoted}, '')), ${quoted})`;
