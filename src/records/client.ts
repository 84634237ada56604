import { CamelCasePlugin, type Dialect, Kysely } from 'kysely';
import { scopedDialect } from './drivers/scoped-dialect.ts';
import { everyWorkspace, SharedDriver } from './drivers/shared-driver.ts';
import type { Locks } from './locks/locks.ts';
import { OwnLocks } from './locks/own-locks.ts';
import type { RecordTables } from './tables.ts';

/** The records: what people edit and what is in flight, in PostgreSQL or its embedded twin PGlite. */
export type Records = Kysely<RecordTables>;

/** The records of an installation. Each view sees only the rows of its scope: row security of the database sees to it. */
export interface RecordsStore {
  /** All workspaces, accounts included: for migrations, sign-in and jobs, never for a request of a workspace. */
  readonly everywhere: Records;
  /** One workspace. */
  inWorkspace(id: string): Records;
  readonly locks: Locks;
  close(): Promise<void>;
}

/** Where the records are: a folder for PGlite, or the URL of a PostgreSQL server. */
export type RecordsPlace = { readonly path: string } | { readonly url: string };

/** Opens the records; the driver is loaded only when it is the one asked for. */
export async function openRecords(place: RecordsPlace): Promise<RecordsStore> {
  return 'url' in place ? openServer(place.url) : openFolder(place.path);
}

async function openServer(url: string): Promise<RecordsStore> {
  const [{ postgresDialect, lockingDialect }, { PostgresLocks }] = await Promise.all([
    import('./drivers/postgres.ts'),
    import('./locks/postgres-locks.ts'),
  ]);
  const viewOf = viewsOf(postgresDialect(url));
  const everywhere = viewOf(everyWorkspace);
  const locks = new PostgresLocks(url, viewsOf(lockingDialect(url))(everyWorkspace));
  return {
    everywhere,
    inWorkspace: viewOf,
    locks,
    async close() {
      await locks.close();
      await everywhere.destroy();
    },
  };
}

async function openFolder(path: string): Promise<RecordsStore> {
  const { pgliteDialect } = await import('./drivers/pglite.ts');
  const viewOf = viewsOf(pgliteDialect(path));
  const everywhere = viewOf(everyWorkspace);
  return { everywhere, inWorkspace: viewOf, locks: new OwnLocks(everywhere), close: () => everywhere.destroy() };
}

/** The views of one set of connections, by their scope. */
function viewsOf(dialect: Dialect): (scope: string) => Records {
  const single = dialect.createAdapter().supportsMultipleConnections === false;
  const shared = new SharedDriver(dialect.createDriver(), { single });
  return (scope) =>
    new Kysely<RecordTables>({
      dialect: scopedDialect(dialect, shared, scope),
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    });
}
