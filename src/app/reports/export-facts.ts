import { Binder } from '#analytics/binder.ts';
import type { Params } from '#analytics/client.ts';
import { storedColumns } from '#analytics/schema.ts';
import { VigieError } from '#domain/error.ts';
import { factTables } from '#domain/kpi/facts/index.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { App } from '../app.ts';
import { peopleSql, pseudonymKey } from '../privacy/pseudonyms.ts';
import { columnExpression, type ExportFormat, type ExportTable } from './export-columns.ts';
import { whereFacts } from './where-facts.ts';

export interface ExportRequest {
  readonly table: ExportTable;
  readonly format: ExportFormat;
  readonly filter?: Filter | undefined;
  /** Writes pseudonyms in the place of agents and customers, the same in every export, and leaves free texts out. */
  readonly pseudonyms?: boolean | undefined;
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
  const select = compileSelect(app, request);
  if (request.format === 'parquet') yield await readParquet(app, request, select);
  else yield* readPieces(app, request, select);
}

async function* readPieces(app: App, request: ExportRequest, select: Select): AsyncGenerator<Uint8Array> {
  const format = request.format === 'csv' ? 'CSV' : 'JSONEachRow';
  if (request.format === 'csv') yield Buffer.from(headerOf(request.table));
  let after = '';
  for (;;) {
    const upTo = await findPieceEnd(app, request.table, after);
    if (upTo === null) return;
    const sql = `${select.rows} WHERE ${select.where} AND ticket > {after:String} AND ticket <= {upTo:String}`;
    const params = { ...select.params, after, upTo };
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

async function readParquet(app: App, request: ExportRequest, select: Select): Promise<Uint8Array> {
  const [found] = await app.analytics.query<{ rows: number }>(
    `SELECT count() AS rows FROM ${request.table} FINAL WHERE ${select.where}`,
    select.params,
  );
  const rows = found?.rows ?? 0;
  if (rows > parquetRowLimit) throw new VigieError('export.too-large', { rows, limit: parquetRowLimit });
  const sql = `${select.rows} WHERE ${select.where} ${orderAndSettings(request.table)}`;
  return app.analytics.queryBytes(sql, select.params, 'Parquet');
}

interface Select {
  readonly rows: string;
  readonly where: string;
  readonly params: Params;
}

function compileSelect(app: App, request: ExportRequest): Select {
  const { table, filter, format, pseudonyms = false } = request;
  const binder = new Binder();
  const people = pseudonyms ? peopleSql(pseudonymKey(app), binder) : null;
  const columns = storedColumns(factTables[table]).map((column) => columnExpression(table, column, { format, people }));
  const rows = `SELECT ${columns.join(', ')} FROM ${table} FINAL`;
  return { rows, where: whereFacts(table, filter, binder), params: binder.params(app.workspace) };
}

function headerOf(table: ExportTable): string {
  return `${storedColumns(factTables[table])
    .map(({ name }) => name)
    .join(',')}\n`;
}

/** Filters ask for the columns themselves, and not for what an export writes in their place under the same name. */
function orderAndSettings(table: ExportTable): string {
  const order = 'n' in factTables[table].columns ? 'ticket, n' : 'ticket';
  return `ORDER BY ${order} SETTINGS date_time_output_format = 'iso', format_csv_null_representation = '', prefer_column_name_to_alias = 1`;
}
