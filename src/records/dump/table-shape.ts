import { type Kysely, sql } from 'kysely';

/** A table as the migrations made it. */
export interface TableShape {
  readonly name: string;
  /** In the order of the table; columns that the database computes are left out. */
  readonly columns: readonly ColumnShape[];
  /** The columns of the primary key; none where there is no key. */
  readonly key: readonly string[];
}

export interface ColumnShape {
  readonly name: string;
  /** As PostgreSQL writes it, for example `timestamp with time zone`. */
  readonly type: string;
}

/** A counter that numbers the rows of a column, and the last number that it gave; null before the first. */
export interface CounterShape {
  readonly table: string;
  readonly column: string;
  readonly last: string | null;
}

/** Every table of the schema in use, by name. It asks the database, so that a new table needs no entry in a list. */
export async function listTables(db: Kysely<unknown>): Promise<TableShape[]> {
  const { rows } = await sql<TableShape>`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                order by a.attnum)
       from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(a.attname order by k.place)
       from pg_index i
       cross join unnest(i.indkey) with ordinality as k(attnum, place)
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
       where i.indrelid = c.oid and i.indisprimary), '[]') as key
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname collate "C"
  `.execute(db);
  return rows;
}

/** Every counter of the schema in use. */
export async function listCounters(db: Kysely<unknown>): Promise<CounterShape[]> {
  const { rows } = await sql<CounterShape>`
    select t.relname as "table", a.attname as "column", q.last_value::text as last
    from pg_depend d
    join pg_class s on s.oid = d.objid and s.relkind = 'S'
    join pg_class t on t.oid = d.refobjid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
    join pg_namespace n on n.oid = t.relnamespace
    join pg_sequences q on q.schemaname = n.nspname and q.sequencename = s.relname
    where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
      and d.deptype in ('a', 'i') and n.nspname = current_schema()
    order by t.relname collate "C", a.attname collate "C"
  `.execute(db);
  return rows;
}
