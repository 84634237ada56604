import { CamelCasePlugin, type Dialect, Kysely } from 'kysely';
import { scopedDialect } from './drivers/scoped-dialect.ts';
import { everyWorkspace, SharedDriver } from './drivers/shared-driver.ts';
import type { RecordTables } from './tables.ts';

/** The records: what people edit and what is in flight, in PostgreSQL or its embedded twin PGlite. */
export type Records = Kysely<RecordTables>;

/** The records of an installation. Each view sees only the rows of its scope: row security of the database sees to it. */
export interface RecordsStore {
  /** All workspaces, accounts included: for migrations, sign-in and jobs, never for a request of a workspace. */
  readonly everywhere: Records;
  /** One workspace. */
  inWorkspace(id: string): Records;
  close(): Promise<void>;
}

/** Where the records are: a folder for PGlite, or the URL of a PostgreSQL server. */
export type RecordsPlace = { readonly path: string } | { readonly url: string };

/** Opens the records; the driver is loaded only when it is the one asked for. */
export async function openRecords(place: RecordsPlace): Promise<RecordsStore> {
  const dialect = await loadDialect(place);
  const shared = new SharedDriver(dialect.createDriver(), {
    single: dialect.createAdapter().supportsMultipleConnections === false,
  });
  const viewOf = (scope: string): Records =>
    new Kysely<RecordTables>({
      dialect: scopedDialect(dialect, shared, scope),
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    });
  const everywhere = viewOf(everyWorkspace);
  return { everywhere, inWorkspace: viewOf, close: () => everywhere.destroy() };
}

async function loadDialect(place: RecordsPlace): Promise<Dialect> {
  if ('url' in place) {
    const { postgresDialect } = await import('./drivers/postgres.ts');
    return postgresDialect(place.url);
  }
  const { pgliteDialect } = await import('./drivers/pglite.ts');
  return pgliteDialect(place.path);
}
