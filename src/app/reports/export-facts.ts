import { Binder } from '#analytics/binder.ts';
import type { Params } from '#analytics/client.ts';
import { storedColumns } from '#analytics/schema.ts';
import { factTables } from '#domain/kpi/facts/index.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { App } from '../app.ts';
import { peopleSql, pseudonymKey } from '../privacy/pseudonyms.ts';
import { columnExpression, type ExportFormat, type ExportTable } from './export-columns.ts';
import { whereFacts } from './where-facts.ts';
import { writeFactsParquet } from './write-facts-parquet.ts';
import { writeFactsXlsx } from './write-facts-xlsx.ts';

export interface ExportRequest {
  readonly table: ExportTable;
  readonly format: ExportFormat;
  readonly filter?: Filter | undefined;
  /** Writes pseudonyms in the place of agents and customers, the same in every export, and leaves free texts out. */
  readonly pseudonyms?: boolean | undefined;
}

/** Rows of one piece of an export: what is held in memory at once. */
const PIECE_ROWS = 5_000;

/**
 * All rows of a fact table, of tickets in the order of their keys, under the names of the fact columns, in pieces of constant
 * size whatever the table's. `signal` ends it between two pieces, when whoever asked has gone.
 */
export async function* exportFacts(app: App, request: ExportRequest, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const { table, format } = request;
  const columns = storedColumns(factTables[table]);
  // A wrong question is refused before the first byte.
  const select = compileSelect(app, request);
  if (format === 'xlsx') return yield* writeFactsXlsx(table, columns, readRows(app, select, signal));
  if (format === 'parquet') return yield* writeFactsParquet(columns, readRows(app, select, signal));
  if (format === 'csv') yield Buffer.from(`${columns.map(({ name }) => name).join(',')}\n`);
  yield* readPieces(app, select, format === 'csv' ? 'CSV' : 'JSONEachRow', signal);
}

/** The rows of each piece, cells in the order of the columns. */
async function* readRows(app: App, select: Select, signal?: AbortSignal): AsyncGenerator<readonly unknown[][]> {
  for await (const piece of readPieces(app, select, 'JSONCompactEachRow', signal)) {
    const lines = Buffer.from(piece).toString('utf8').trimEnd().split('\n');
    yield lines.map((line) => JSON.parse(line) as unknown[]);
  }
}

async function* readPieces(app: App, select: Select, format: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  let after = '';
  while (signal?.aborted !== true) {
    const upTo = await findPieceEnd(app, select.table, after);
    if (upTo === null) return;
    const sql = `${select.rows} WHERE ${select.where} AND ticket > {after:String} AND ticket <= {upTo:String}`;
    const params = { ...select.params, after, upTo };
    const bytes = await app.analytics.queryBytes(`${sql} ${orderAndSettings(select.table)}`, params, format);
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

interface Select {
  readonly table: ExportTable;
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
  return { table, rows, where: whereFacts(table, filter, binder), params: binder.params(app.workspace) };
}

/** Filters ask for the columns themselves, and not for what an export writes in their place under the same name. */
function orderAndSettings(table: ExportTable): string {
  const order = 'n' in factTables[table].columns ? 'ticket, n' : 'ticket';
  return `ORDER BY ${order} SETTINGS date_time_output_format = 'iso', format_csv_null_representation = '', prefer_column_name_to_alias = 1`;
}
