import { type Kysely, sql, type Transaction } from 'kysely';
import { tablesOfMigrations } from './stays-behind.ts';
import { type CounterShape, listCounters, listTables, type TableShape } from './table-shape.ts';

/** Rows given to the database in one statement. */
const ROWS_PER_INSERT = 500;

/**
 * Runs `load` with every foreign key checked once, at its end: rows then come in any order. The transaction must be of the
 * owner of the tables.
 */
export async function withLateForeignKeys(trx: Transaction<unknown>, load: () => Promise<void>): Promise<void> {
  const { rows: keys } = await sql<{ table: string; name: string }>`
    select t.relname as "table", c.conname as name
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    where n.nspname = current_schema() and c.contype = 'f' and not c.condeferrable
  `.execute(trx);
  const alter = async (how: 'deferrable initially deferred' | 'not deferrable') => {
    for (const { table, name } of keys) {
      await sql`alter table ${sql.table(table)} alter constraint ${sql.ref(name)} ${sql.raw(how)}`.execute(trx);
    }
  };
  await alter('deferrable initially deferred');
  await load();
  await sql`set constraints all immediate`.execute(trx);
  await alter('not deferrable');
}

/** Removes every row of every table, whatever a migration has put there. */
export async function emptyTables(trx: Kysely<unknown>): Promise<void> {
  const tables = (await listTables(trx)).filter(({ name }) => !tablesOfMigrations.includes(name));
  await sql`truncate ${sql.join(tables.map(({ name }) => sql.table(name)))}`.execute(trx);
}

/** Stores rows that `dumpTable` wrote; gives how many. Throws what PostgreSQL throws where a text does not fit. */
export async function loadTable(trx: Kysely<unknown>, table: TableShape, text: string): Promise<number> {
  const lines = text.split('\n').filter((line) => line !== '');
  const names = sql.join(table.columns.map(({ name }) => sql.ref(name)));
  const values = sql.join(table.columns.map(({ name, type }) => sql`r.${sql.ref(name)}::${sql.raw(type)}`));
  const texts = sql.join(table.columns.map(({ name }) => sql`${sql.ref(name)} text`));
  for (let start = 0; start < lines.length; start += ROWS_PER_INSERT) {
    const slice = `[${lines.slice(start, start + ROWS_PER_INSERT).join(',')}]`;
    await sql`
      insert into ${sql.table(table.name)} (${names}) overriding system value
      select ${values} from json_to_recordset(${slice}::json) as r(${texts})
    `.execute(trx);
  }
  return lines.length;
}

/** Lets each counter go on where it stood, so that no number is given twice. */
export async function moveCounters(trx: Kysely<unknown>, counters: readonly CounterShape[]): Promise<void> {
  const lastOf = new Map(counters.map(({ table, column, last }) => [`${table}.${column}`, last]));
  for (const { table, column } of await listCounters(trx)) {
    const last = lastOf.get(`${table}.${column}`);
    if (!last) continue;
    await sql`
      select setval(pg_get_serial_sequence(quote_ident(${table}), ${column}), ${last}::bigint)
    `.execute(trx);
  }
}
