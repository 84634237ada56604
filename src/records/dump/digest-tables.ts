import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { RecordsStore } from '../client.ts';
import { dumpTable, setNeutralTexts } from './dump-table.ts';
import { listTables } from './table-shape.ts';

/** The rows of a table: how many, and a checksum that changes with any value of any of them. */
export interface TableDigest {
  readonly rows: number;
  readonly sha256: string;
}

/** The digest of every table by name, the same on every engine for the same rows. */
export async function digestTables(store: RecordsStore): Promise<Record<string, TableDigest>> {
  const db = store.everywhere.withoutPlugins() as unknown as Kysely<unknown>;
  return db.transaction().execute(async (trx: Transaction<unknown>) => {
    await setNeutralTexts(trx);
    const found: Record<string, TableDigest> = {};
    for (const table of await listTables(trx)) {
      const hash = createHash('sha256');
      let count = 0;
      for await (const { rows, text } of dumpTable(trx, table, 1_000_000)) {
        hash.update(text);
        count += rows;
      }
      found[table.name] = { rows: count, sha256: hash.digest('hex') };
    }
    return found;
  });
}
