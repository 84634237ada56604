import type { StoredColumn } from '#analytics/schema.ts';

export type ExportTable = 'tickets' | 'clocks' | 'replies';
export type ExportFormat = 'csv' | 'ndjson' | 'parquet';

/** The media type of each format. */
export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
};

/** A column as it is exported: maps and lists, which a cell of CSV cannot hold, become JSON there. */
export function columnExpression({ name, kind }: StoredColumn, format: ExportFormat): string {
  const nested = kind === 'map' || kind === 'texts';
  const asJson = (nested && format === 'csv') || (kind === 'map' && format === 'parquet');
  return asJson ? `toJSONString(\`${name}\`) AS \`${name}\`` : `\`${name}\``;
}
