import type { StoredColumn } from '#analytics/schema.ts';

export type ExportTable = 'tickets' | 'clocks' | 'replies';
export type ExportFormat = 'csv' | 'ndjson' | 'parquet';

/** The media type of each format. */
export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
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
  const asJson = (nested && format === 'csv') || (kind === 'map' && format === 'parquet');
  return asJson ? `toJSONString(${quoted}) AS ${quoted}` : quoted;
}
