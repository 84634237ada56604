import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Analytics, openAnalytics } from '#analytics/client.ts';
import { dropDatabase, putDatabaseInPlace } from '#analytics/databases.ts';
import { VigieError } from '#domain/error.ts';
import { openRecords, type RecordsStore } from '#records/client.ts';
import { dropSchema, putSchemaInPlace } from '#records/schemas.ts';
import { syncFolder } from '../backup/write-beside.ts';
import { secretFile } from '../keys.ts';
import type { Places } from '../open-installation.ts';
import { placeOfAnalytics, placeOfRecords } from '../stores/store-places.ts';
import { findPlan, type RestorePlan, removePlan, restoreFolder } from './plan.ts';

/** What of a data folder a restore replaces, in the order in which it is put in place. */
const replaced = ['records', 'analytics', secretFile] as const;

/**
 * Completes a restore that was cut off after everything was built, and clears away one that was cut off before. Whoever
 * holds the data folder calls it before opening anything in it.
 */
export async function settleRestore(places: Places): Promise<'nothing' | 'completed' | 'cleared'> {
  const found = await findPlan(places.dataFolder);
  if (found === null) return 'nothing';
  const { plan, ready } = found;
  if (plan !== null) checkStores(places, plan);
  if (plan !== null && ready) await putInPlace(places, plan);
  else if (plan !== null) await clear(places, plan);
  await removePlan(places.dataFolder);
  return ready ? 'completed' : 'cleared';
}

/** The stores of a restore are only reached with the settings that it was begun with. */
function checkStores({ databaseUrl, clickhouseUrl }: Places, plan: RestorePlan): void {
  const changed = (plan.schema === null) !== (databaseUrl === null) ? 'DATABASE_URL' : null;
  const setting = (plan.database === null) !== (clickhouseUrl === null) ? 'CLICKHOUSE_URL' : changed;
  if (setting !== null) throw new VigieError('restore.unfinished', { setting });
}

async function putInPlace(places: Places, plan: RestorePlan): Promise<void> {
  const { dataFolder } = places;
  const keptAs = `vigie_${basename(plan.kept).replaceAll('-', '_')}`;
  const { database, schema } = plan;
  if (database !== null) await onAnalytics(places, (store) => putDatabaseInPlace(store, database, keptAs));
  if (schema !== null) await onRecords(places, (store) => putSchemaInPlace(store, schema, keptAs));
  for (const name of replaced) await exchange(dataFolder, name, plan.kept);
  await syncFolder(dataFolder);
}

/** Each step is done or not, so that a later call goes on where an earlier one was cut off. */
async function exchange(dataFolder: string, name: string, kept: string): Promise<void> {
  const built = join(restoreFolder(dataFolder), name);
  const inUse = join(dataFolder, name);
  if (!existsSync(built)) return;
  if (existsSync(inUse)) {
    await mkdir(join(dataFolder, kept), { recursive: true, mode: 0o700 });
    await rename(inUse, join(dataFolder, kept, name));
  }
  await rename(built, inUse);
}

async function clear(places: Places, { schema, database }: RestorePlan): Promise<void> {
  if (schema !== null) await onRecords(places, (store) => dropSchema(store, schema));
  if (database !== null) await onAnalytics(places, (store) => dropDatabase(store, database));
}

async function onRecords<T>(places: Places, work: (store: RecordsStore) => Promise<T>): Promise<T> {
  const store = await openRecords(placeOfRecords(places));
  return work(store).finally(() => store.close());
}

async function onAnalytics<T>(places: Places, work: (store: Analytics) => Promise<T>): Promise<T> {
  const store = await openAnalytics(placeOfAnalytics(places));
  return work(store).finally(() => store.close());
}
