import { type Kysely, sql, type Transaction } from 'kysely';
import type { RecordsStore } from './client.ts';

/** The URL of the same server on which tables without a schema in their name are those of `schema`. */
export function urlOfSchema(url: string, schema: string): string {
  const changed = new URL(url);
  changed.searchParams.set('options', `-c search_path=${schema}`);
  return changed.href;
}

export async function makeSchema(store: RecordsStore, schema: string): Promise<void> {
  await sql`create schema ${sql.ref(schema)}`.execute(store.everywhere);
}

export async function dropSchema(store: RecordsStore, schema: string): Promise<void> {
  await sql`drop schema if exists ${sql.ref(schema)} cascade`.execute(store.everywhere);
}

/**
 * Puts the tables of a schema in the place of those in use, which move to the schema `kept`. It happens as a whole or not at
 * all; a schema that is there no more has been put in place before.
 */
export async function putSchemaInPlace(store: RecordsStore, schema: string, kept: string): Promise<void> {
  await store.everywhere.transaction().execute(async (trx) => {
    const db = trx as unknown as Transaction<unknown>;
    const { rows } = await sql<{ current: string; there: boolean }>`
      select current_schema() as current, to_regnamespace(quote_ident(${schema})) is not null as there
    `.execute(db);
    const [found] = rows;
    if (!found?.there) return;
    await sql`create schema if not exists ${sql.ref(kept)}`.execute(db);
    await moveObjects(db, found.current, kept);
    await moveObjects(db, schema, found.current);
    await sql`drop schema ${sql.ref(schema)}`.execute(db);
  });
}

interface Movable {
  readonly kind: 'table' | 'sequence' | 'routine' | 'type';
  /** As it is written in a statement. */
  readonly name: string;
}

/** Everything in a schema that does not move along with something else and is of no extension. */
async function moveObjects(db: Kysely<unknown>, from: string, to: string): Promise<void> {
  const { rows } = await sql<Movable>`
    with here as (select oid from pg_namespace where nspname = ${from}),
      others as (select classid, objid from pg_depend where deptype in ('a', 'i', 'e'))
    select case relkind when 'S' then 'sequence' else 'table' end as kind, oid::regclass::text as name
    from pg_class where relnamespace in (select oid from here) and relkind in ('r', 'p', 'v', 'm', 'S')
      and ('pg_class'::regclass, oid) not in (select classid, objid from others)
    union all
    select 'routine', oid::regprocedure::text from pg_proc where pronamespace in (select oid from here)
      and ('pg_proc'::regclass, oid) not in (select classid, objid from others)
    union all
    select 'type', oid::regtype::text from pg_type where typnamespace in (select oid from here) and typtype in ('e', 'd')
      and ('pg_type'::regclass, oid) not in (select classid, objid from others)
  `.execute(db);
  for (const { kind, name } of rows) {
    await sql`alter ${sql.raw(kind)} ${sql.raw(name)} set schema ${sql.ref(to)}`.execute(db);
  }
}
