import { type Kysely, sql, type Transaction } from 'kysely';
import type { TableShape } from './table-shape.ts';

/** Rows fetched at a time. */
const ROWS_PER_FETCH = 500;

/** Some rows of a table, each a line of JSON with every value as PostgreSQL's own text, or null. */
export interface RowLines {
  readonly rows: number;
  readonly text: string;
}

/** Makes the texts of values the same on every engine and server; for the length of the transaction. */
export async function setNeutralTexts(trx: Kysely<unknown>): Promise<void> {
  await sql`
    select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
      set_config('intervalstyle', 'postgres', true), set_config('bytea_output', 'hex', true),
      set_config('extra_float_digits', '1', true)
  `.execute(trx);
}

/**
 * Reads a table in pieces of at least `pieceLength` characters, the last one aside, in the order of its key. The texts are
 * exact for every type: reading one back is what PostgreSQL does with its own dumps.
 */
export async function* dumpTable(
  trx: Transaction<unknown>,
  table: TableShape,
  pieceLength: number,
): AsyncGenerator<RowLines> {
  const texts = sql.join(table.columns.map(({ name }) => sql`${sql.ref(name)}::text as ${sql.ref(name)}`));
  const order = table.key.length > 0 ? table.key : table.columns.map(({ name }) => name);
  const keys = sql.join(order.map((name) => sql`${sql.ref(name)}::text collate "C"`));
  await sql`
    declare rows_of_table no scroll cursor for
    select row_to_json(r)::text as line from (select ${texts} from ${sql.table(table.name)} order by ${keys}) as r
  `.execute(trx);
  let lines: string[] = [];
  let length = 0;
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(ROWS_PER_FETCH)} from rows_of_table`.execute(trx);
    for (const { line } of rows) {
      lines.push(line);
      length += line.length + 1;
    }
    const ended = rows.length < ROWS_PER_FETCH;
    if (lines.length > 0 && (ended || length >= pieceLength)) {
      yield { rows: lines.length, text: `${lines.join('\n')}\n` };
      lines = [];
      length = 0;
    }
    if (ended) break;
  }
  await sql`close rows_of_table`.execute(trx);
}
