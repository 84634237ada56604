import { sql, type Transaction } from 'kysely';
import type { RecordsStore } from '#records/client.ts';
import { setNeutralTexts } from '#records/dump/dump-table.ts';
import { emptyTables, loadTable, moveCounters, withLateForeignKeys } from '#records/dump/load-table.ts';
import { tablesThatStay } from '#records/dump/stays-behind.ts';
import { listTables, type TableShape } from '#records/dump/table-shape.ts';
import { migrateRecords } from '#records/migrate.ts';
import { forgetFolds } from '#records/nodes/folds.ts';
import { decompress } from '../backup/compress.ts';
import type { Manifest } from '../backup/manifest.ts';
import type { VerifiedBackup } from '../backup/verify-backup.ts';
import { readParts } from './read-parts.ts';

/**
 * Fills empty records from a back-up: the tables are made as they were when it was taken, filled, and brought up to date
 * from there. Nothing counts as folded. Gives how many rows there were.
 */
export async function loadRecords(
  store: RecordsStore,
  file: string,
  backup: VerifiedBackup,
  onRows: (rows: number) => void,
): Promise<number> {
  const { manifest } = backup;
  await migrateRecords(store.everywhere, manifest.records.migration);
  let loaded = 0;
  const db = store.everywhere.withoutPlugins();
  await db.transaction().execute(async (transaction) => {
    const trx = transaction as unknown as Transaction<unknown>;
    await setNeutralTexts(trx);
    const tables = await tablesOf(trx, manifest);
    await withLateForeignKeys(trx, async () => {
      await emptyTables(trx);
      for await (const { name, rows, content } of readParts(file, backup, 'records/')) {
        const table = tables.get(name.split('/')[1] ?? '');
        if (!table) throw new Error(`the part ${name} is of no table`);
        const stored = await loadTable(trx, table, (await decompress(content)).toString('utf8'));
        if (stored !== rows) throw new Error(`the part ${name} has ${stored} rows, not ${rows}`);
        loaded += rows;
        onRows(rows);
      }
      await moveCounters(trx, manifest.records.counters);
    });
  });
  await migrateRecords(store.everywhere);
  await forgetFolds(store.everywhere);
  await sql`analyze`.execute(store.everywhere);
  return loaded;
}

/** The tables to fill, which must be those of the back-up, column by column. */
async function tablesOf(trx: Transaction<unknown>, manifest: Manifest): Promise<Map<string, TableShape>> {
  const found = (await listTables(trx)).filter(({ name }) => !tablesThatStay.includes(name));
  const tables = new Map(found.map((table) => [table.name, table]));
  for (const { name, columns } of manifest.records.tables) {
    const table = tables.get(name);
    if (table && JSON.stringify(table.columns) === JSON.stringify(columns)) continue;
    throw new Error(
      `the table ${name} of the back-up has other columns than the migration ${manifest.records.migration} makes`,
    );
  }
  return tables;
}
