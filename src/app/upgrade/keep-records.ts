import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { VigieError } from '#domain/error.ts';
import { openRecords, type RecordsPlace, type RecordsStore } from '#records/client.ts';
import { digestTables } from '#records/dump/digest-tables.ts';
import { encodeBackup } from '../backup/encode-backup.ts';
import { manifestOf } from '../backup/manifest.ts';
import { spoolRecords } from '../backup/spool-records.ts';
import { writeBeside } from '../backup/write-beside.ts';
import type { Keys } from '../keys.ts';
import { instantInName } from '../restore/plan.ts';
import { copyFolder, sizeOfFolder } from './copy-folder.ts';

interface KeptOf {
  readonly dataFolder: string;
  /** The migration before which the copy is made. */
  readonly migration: string;
  readonly keys: Keys;
}

/** Beside the copy, the migration itself needs some room. */
const SPARE_BYTES = 64 * 2 ** 20;
const MEGABYTE = 2 ** 20;

/**
 * Keeps a copy of the records, in the folder `kept`: of the embedded engine its folder, of a server a back-up file of the
 * records alone. A copy of the same rows from an earlier try is used again, so that tries do not fill the disk. The store
 * may be another one afterwards, since the folder is copied while it is closed. Throws `data.no-room-for-copy`.
 */
export async function keepRecords(
  place: RecordsPlace,
  store: RecordsStore,
  of: KeptOf,
): Promise<{ readonly copy: string; readonly store: RecordsStore }> {
  const { dataFolder, migration } = of;
  const folder = join(dataFolder, 'kept');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeHalves(folder);
    const mark = await digestAll(store);
    const earlier = (await readdir(folder)).find(
      (name) => name.startsWith(`records-before-${migration}-`) && name.includes(`-${mark}`),
    );
    if (earlier !== undefined) return { copy: join(folder, earlier), store };
    await checkRoom(folder, 'path' in place ? await sizeOfFolder(place.path) : await sizeOfTables(store));
    const copy = join(folder, `records-before-${migration}-${instantInName(Date.now())}-${mark}`);
    if ('path' in place) return { copy, store: await copyEmbedded(place.path, store, copy) };
    await writeRecordsFile(store, `${copy}.backup`, of);
    return { copy: `${copy}.backup`, store };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function copyEmbedded(path: string, store: RecordsStore, copy: string): Promise<RecordsStore> {
  await store.close();
  await copyFolder(path, copy);
  return openRecords({ path });
}

async function writeRecordsFile(store: RecordsStore, file: string, { dataFolder, keys }: KeptOf): Promise<void> {
  const spooled = await spoolRecords(store, join(dataFolder, 'backup-spool'));
  try {
    const manifest = manifestOf(spooled.records, null, { atMs: Date.now(), secretMark: keys.mark });
    await writeBeside(file, encodeBackup(manifest, spooled.parts()));
  } finally {
    await spooled.remove();
  }
}

/** What a killed process left of a copy. */
async function removeHalves(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/\.(partial|in-the-making)$/.test(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function checkRoom(folder: string, need: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const needed = need + SPARE_BYTES;
  if (free >= needed) return;
  const params = { folder, need: Math.ceil(needed / MEGABYTE), free: Math.floor(free / MEGABYTE) };
  throw new VigieError('data.no-room-for-copy', params);
}

async function digestAll(store: RecordsStore): Promise<string> {
  const digests = JSON.stringify(await digestTables(store));
  return createHash('sha256').update(digests).digest('hex').slice(0, 12);
}

async function sizeOfTables(store: RecordsStore): Promise<number> {
  const db = store.everywhere.withoutPlugins() as unknown as Kysely<unknown>;
  const { rows } = await sql<{ bytes: string | null }>`
    select sum(pg_total_relation_size(c.oid))::text as bytes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind = 'r'
  `.execute(db);
  return Number(rows[0]?.bytes ?? 0);
}
