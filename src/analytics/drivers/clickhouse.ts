import { Readable } from 'node:stream';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import type { Analytics } from '../client.ts';
import { insertSettings, readSettings, sharedCalls } from './shared-client.ts';

/** Opens a ClickHouse server by its URL (`http://user:password@host:8123/database`). */
export function openClickHouse(url: string): Analytics {
  const client = createClient({ url, request_timeout: 300_000, log: { level: ClickHouseLogLevel.OFF } });
  return {
    engine: 'clickhouse',
    ...sharedCalls(client),
    async queryBytes(sql, params, format) {
      const { stream } = await client.exec({
        query: `${sql} FORMAT ${format}`,
        query_params: { ...params },
        clickhouse_settings: readSettings,
      });
      const pieces: Uint8Array[] = [];
      for await (const piece of stream) pieces.push(piece as Uint8Array);
      return Buffer.concat(pieces);
    },
    // A server has threads of its own for merging, and other users who need them.
    holdMerges: async () => async () => undefined,
    async insertNative(table, block) {
      const { stream } = await client.exec({
        query: `INSERT INTO ${table} FORMAT Native`,
        clickhouse_settings: insertSettings,
        values: Readable.from([Buffer.from(block.buffer, block.byteOffset, block.byteLength)]),
      });
      stream.resume();
    },
  };
}
