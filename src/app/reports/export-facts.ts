import { Binder } from '#analytics/binder.ts';
import type { Params } from '#analytics/client.ts';
import { storedColumns } from '#analytics/schema.ts';
import { VigieError } from '#domain/error.ts';
import { factTables } from '#domain/kpi/facts/index.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { App } from '../app.ts';
import { columnExpression, type ExportFormat, type ExportTable } from './export-columns.ts';
import { whereFacts } from './where-facts.ts';

export interface ExportRequest {
  readonly table: ExportTable;
  readonly format: ExportFormat;
  readonly filter?: Filter | undefined;
}

/** Rows of one piece of a CSV or NDJSON export: what is held in memory at once. */
const PIECE_ROWS = 5_000;
/** Parquet is written as a whole, about 100 bytes a row compressed, so its rows are bounded. */
const parquetRowLimit = 3_000_000;

/**
 * All rows of a fact table, of tickets in the order of their keys, under the names of the fact columns. CSV and NDJSON come
 * in pieces of constant size whatever the table's; Parquet comes at once and throws `export.too-large` beyond its bound.
 */
export async function* exportFacts(app: App, request: ExportRequest): AsyncGenerator<Uint8Array> {
  const where = compileWhere(app, request);
  if (request.format === 'parquet') yield await readParquet(app, request, where);
  else yield* readPieces(app, request, where);
}

async function* readPieces(app: App, request: ExportRequest, where: Where): AsyncGenerator<Uint8Array> {
  const format = request.format === 'csv' ? 'CSV' : 'JSONEachRow';
  if (request.format === 'csv') yield Buffer.from(headerOf(request.table));
  let after = '';
  for (;;) {
    const upTo = await findPieceEnd(app, request.table, after);
    if (upTo === null) return;
    const sql = `${selectOf(request)} WHERE ${where.sql} AND ticket > {after:String} AND ticket <= {upTo:String}`;
    const params = { ...where.params, after, upTo };
    const bytes = await app.analytics.queryBytes(`${sql} ${orderAndSettings(request.table)}`, params, format);
    if (bytes.length > 0) yield bytes;
    after = upTo;
  }
}

/** The last ticket of the next piece: tickets are never split, and pieces may have fewer rows once filtered. */
async function findPieceEnd(app: App, table: ExportTable, after: string): Promise<string | null> {
  const [end] = await app.analytics.query<{ rows: number; last: string }>(
    `SELECT count() AS rows, max(ticket) AS last FROM (
       SELECT ticket FROM ${table} WHERE workspace = {workspace:String} AND ticket > {after:String}
       ORDER BY ticket LIMIT ${PIECE_ROWS})`,
    { workspace: app.workspace, after },
  );
  return end === undefined || end.rows === 0 ? null : end.last;
}

async function readParquet(app: App, request: ExportRequest, where: Where): Promise<Uint8Array> {
  const [found] = await app.analytics.query<{ rows: number }>(
    `SELECT count() AS rows FROM ${request.table} FINAL WHERE ${where.sql}`,
    where.params,
  );
  const rows = found?.rows ?? 0;
  if (rows > parquetRowLimit) throw new VigieError('export.too-large', { rows, limit: parquetRowLimit });
  const sql = `${selectOf(request)} WHERE ${where.sql} ${orderAndSettings(request.table)}`;
  return app.analytics.queryBytes(sql, where.params, 'Parquet');
}

interface Where {
  readonly sql: string;
  readonly params: Params;
}

function compileWhere(app: App, { table, filter }: ExportRequest): Where {
  const binder = new Binder();
  const sql = whereFacts(table, filter, binder);
  return { sql, params: binder.params(app.workspace) };
}

function selectOf({ table, format }: ExportRequest): string {
  const columns = storedColumns(factTables[table]).map((column) => columnExpression(column, format));
  return `SELECT ${columns.join(', ')} FROM ${table} FINAL`;
}

function headerOf(table: ExportTable): string {
  return `${storedColumns(factTables[table])
    .map(({ name }) => name)
    .join(',')}\n`;
}

function orderAndSettings(table: ExportTable): string {
  const order = 'n' in factTables[table].columns ? 'ticket, n' : 'ticket';
  return `ORDER BY ${order} SETTINGS date_time_output_format = 'iso', format_csv_null_representation = ''`;
}
