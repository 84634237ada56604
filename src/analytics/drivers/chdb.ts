import { mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClickHouseClientConfigOptions, createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { VigieError } from '#domain/error.ts';
import type { Analytics, Params } from '../client.ts';
import { insertSettings, readSettings, readWhole, sharedCalls } from './shared-client.ts';

type ClientConnection = NonNullable<ClickHouseClientConfigOptions['connection']>;

/** Pages that the engine is done with are given back so often; it keeps them otherwise until it needs them again. */
const GIVE_BACK_MS = 30_000;

/** Opens the embedded engine on a folder. One process may hold the folder, and one folder a process. */
export function openChdb(path: string): Analytics {
  const spool = join(path, 'spool');
  mkdirSync(spool, { recursive: true });
  const connection = connect(join(path, 'store'));
  // The two packages type the same connection against two releases of the client's common types.
  const client = createClient({ connection: connection as unknown as ClientConnection });
  const calls = sharedCalls(client);
  let givenBack = Promise.resolve();
  const givingBack = setInterval(() => {
    // Not every build of the engine has the allocator that can.
    givenBack = calls.command('SYSTEM JEMALLOC PURGE').catch(() => undefined);
  }, GIVE_BACK_MS);
  givingBack.unref();
  let blocks = 0;

  async function queryBytes(sql: string, params: Params, format: string): Promise<Uint8Array> {
    const result = await client.exec({
      query: `${sql} FORMAT ${format}`,
      query_params: { ...params },
      clickhouse_settings: readSettings,
    });
    return readWhole(result.stream);
  }

  return {
    engine: 'chdb',
    cluster: null,
    ...calls,
    queryBytes,
    async holdMerges(tables) {
      for (const table of tables) await client.command({ query: `SYSTEM STOP MERGES ${table}` });
      return async () => {
        for (const table of tables) await client.command({ query: `SYSTEM START MERGES ${table}` });
      };
    },
    async insertNative(table, block) {
      // The embedded engine takes binary formats from files only.
      const file = join(spool, `${process.pid}-${++blocks}.native`);
      await writeFile(file, block);
      try {
        await client.command({
          query: `INSERT INTO ${table} SELECT * FROM file('${file}', 'Native')`,
          clickhouse_settings: insertSettings,
        });
      } finally {
        await rm(file, { force: true });
      }
    },
    async close() {
      clearInterval(givingBack);
      await givenBack;
      await calls.close();
    },
  };
}

/** The folder is held by us alone, so what keeps the engine from opening it lies in the folder. */
function connect(path: string) {
  try {
    return createChdbConnection({ path });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VigieError('data.damaged', { part: 'analytics', reason }, { cause });
  }
}
