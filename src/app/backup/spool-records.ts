import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql, type Transaction } from 'kysely';
import type { RecordsStore } from '#records/client.ts';
import { dumpTable, setNeutralTexts } from '#records/dump/dump-table.ts';
import { tablesThatStay } from '#records/dump/stays-behind.ts';
import { listCounters, listTables, type TableShape } from '#records/dump/table-shape.ts';
import { findAppliedMigrations } from '#records/migrate.ts';
import { compress } from './compress.ts';
import type { PartContent } from './encode-backup.ts';
import type { Manifest } from './manifest.ts';
import { explainWriting } from './write-beside.ts';

/** Characters of a part before compression. */
const PART_LENGTH = 4_000_000;

/** The records at one instant, waiting on the disk. */
export interface SpooledRecords {
  readonly records: Manifest['records'];
  readonly workspaces: readonly string[];
  readonly rows: number;
  /** The parts, in the order of the tables; to be read once. */
  parts(): AsyncGenerator<PartContent>;
  remove(): Promise<void>;
}

/**
 * Reads all records in one transaction, so that they are of one instant, into files of a folder. The embedded engine serves
 * one caller at a time: it is held up for as long as its own disk takes, not for as long as a slow reader of the back-up.
 * Throws `file.no-room` and `file.not-writable`.
 */
export async function spoolRecords(store: RecordsStore, folder: string): Promise<SpooledRecords> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const remove = () => rm(folder, { recursive: true, force: true });
  const db = store.everywhere.withoutPlugins();
  try {
    return await db.transaction().execute(async (trx) => {
      await sql`set transaction isolation level repeatable read, read only`.execute(trx);
      const spooled = await spoolTables(trx as unknown as Transaction<unknown>, folder);
      return { ...spooled, remove };
    });
  } catch (error) {
    await remove();
    throw explainWriting(error, folder);
  }
}

async function spoolTables(trx: Transaction<unknown>, folder: string): Promise<Omit<SpooledRecords, 'remove'>> {
  await setNeutralTexts(trx);
  const migration = (await findAppliedMigrations(trx)).at(-1);
  if (migration === undefined) throw new Error('records without a migration');
  const tables = (await listTables(trx)).filter(({ name }) => !tablesThatStay.includes(name));
  const counters = (await listCounters(trx)).filter(({ table }) => !tablesThatStay.includes(table));
  const spooled: { readonly name: string; readonly rows: number }[] = [];
  for (const table of tables) await spoolTable(trx, table, folder, spooled);
  const { rows: ids } = await sql<{ id: string }>`select id from workspaces order by id collate "C"`.execute(trx);
  return {
    records: { migration, tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })), counters },
    workspaces: ids.map(({ id }) => id),
    rows: spooled.reduce((sum, { rows }) => sum + rows, 0),
    async *parts() {
      for (const [at, part] of spooled.entries()) yield { ...part, content: await readFile(join(folder, String(at))) };
    },
  };
}

async function spoolTable(
  trx: Transaction<unknown>,
  table: TableShape,
  folder: string,
  spooled: { readonly name: string; readonly rows: number }[],
): Promise<void> {
  let part = 0;
  for await (const { rows, text } of dumpTable(trx, table, PART_LENGTH)) {
    const name = `records/${table.name}/${String(++part).padStart(6, '0')}.ndjson.zst`;
    await writeFile(join(folder, String(spooled.length)), await compress(Buffer.from(text)), { mode: 0o600 });
    spooled.push({ name, rows });
  }
}
