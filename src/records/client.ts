import { CamelCasePlugin, type Dialect, Kysely } from 'kysely';
import type { RecordTables } from './tables.ts';

/** The records: what people edit and what is in flight, in PostgreSQL or its embedded twin PGlite. */
export type Records = Kysely<RecordTables>;

/** Where the records are: a folder for PGlite, or the URL of a PostgreSQL server. */
export type RecordsPlace = { readonly path: string } | { readonly url: string };

/** Opens the records; the driver is loaded only when it is the one asked for. */
export async function openRecords(place: RecordsPlace): Promise<Records> {
  const dialect = await loadDialect(place);
  return new Kysely<RecordTables>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
}

async function loadDialect(place: RecordsPlace): Promise<Dialect> {
  if ('url' in place) {
    const { postgresDialect } = await import('./drivers/postgres.ts');
    return postgresDialect(place.url);
  }
  const { pgliteDialect } = await import('./drivers/pglite.ts');
  return pgliteDialect(place.path);
}
