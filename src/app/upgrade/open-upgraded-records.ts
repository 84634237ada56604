import type { Kysely } from 'kysely';
import { VigieError } from '#domain/error.ts';
import { openRecords, type RecordsPlace, type RecordsStore } from '#records/client.ts';
import { findAppliedMigrations, knownMigrations, MigrationFailed, migrateRecords } from '#records/migrate.ts';
import { grantWorkspaceRole } from '#records/migrations/row-security.ts';
import type { Keys } from '../keys.ts';
import type { Places } from '../open-installation.ts';
import { placeOfRecords } from '../stores/store-places.ts';
import { version } from '../version.ts';
import { keepRecords } from './keep-records.ts';

/**
 * Opens the records and brings them up to date. Before tables of an older release change, a copy of them is kept. Throws
 * `data.newer`, `data.no-room-for-copy` and `data.migration-failed`, all of which leave the records as they were.
 */
export async function openUpgradedRecords(places: Places, keys: Keys, onUpgrade: () => void): Promise<RecordsStore> {
  const { dataFolder } = places;
  const place = placeOfRecords(places);
  const store = await openRecords(place);
  const pending = await closingOnFailure(store, () => findPending(store));
  if (pending === 'none' || pending === 'all') {
    // The migrator reads all tables there are before it finds nothing to do. The role is of the server, which may be another.
    const prepare = pending === 'all' ? migrateRecords : grantWorkspaceRole;
    return closingOnFailure(store, () => prepare(store.everywhere).then(() => store));
  }
  onUpgrade();
  return upgrade(place, store, { dataFolder, migration: pending, keys });
}

/** The first migration to run; `all` where there are no tables yet. Throws `data.newer`. */
async function findPending(store: RecordsStore): Promise<string> {
  const db = store.everywhere.withoutPlugins() as unknown as Kysely<unknown>;
  const applied = await findAppliedMigrations(db);
  const unknown = applied.find((name) => !knownMigrations.includes(name));
  if (unknown !== undefined) throw new VigieError('data.newer', { migration: unknown, own: version });
  if (applied.length === 0) return 'all';
  return knownMigrations.find((name) => !applied.includes(name)) ?? 'none';
}

async function upgrade(
  place: RecordsPlace,
  store: RecordsStore,
  of: { readonly dataFolder: string; readonly migration: string; readonly keys: Keys },
): Promise<RecordsStore> {
  const { copy, store: current } = await keepRecords(place, store, of);
  try {
    await migrateRecords(current.everywhere);
    return current;
  } catch (error) {
    await current.close();
    if (!(error instanceof MigrationFailed)) throw error;
    const reason = error.cause instanceof Error ? error.cause.message : String(error.cause);
    throw new VigieError('data.migration-failed', { migration: error.migration, reason, copy }, { cause: error });
  }
}

async function closingOnFailure<T>(store: RecordsStore, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await store.close();
    throw error;
  }
}
