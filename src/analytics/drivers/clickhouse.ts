import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Analytics, ServerPlace } from '../client.ts';
import { formOf, splitLists } from './large-params.ts';
import { clusterSettings, prepareDatabase } from './prepare-server.ts';
import { createServerClient } from './server-client.ts';
import { abortedBy, insertSettings, readSettings, readWhole, sharedCalls } from './shared-client.ts';
import { watchServer } from './watch-call.ts';

/**
 * Opens a ClickHouse server by its URL (`http://user:password@host:8123/database`), and makes the database where it is not
 * there. With the name of a cluster, tables are spread over its shards.
 */
export async function openClickHouse({ url, cluster = null }: ServerPlace): Promise<Analytics> {
  const place = new URL(url);
  const database = place.pathname.replace(/^\/|\/$/g, '') || 'default';
  place.pathname = `/${database}`;
  await prepareDatabase(place, database, cluster);
  const client = createServerClient(place, cluster === null ? {} : await clusterSettings(place, cluster));
  const watch = watchServer(place);
  const { query, command, close } = sharedCalls(client, watch);
  return {
    engine: 'clickhouse',
    cluster: cluster === null ? null : { name: cluster, database },
    query(sql, params) {
      const fitting = splitLists(sql, params);
      return query(fitting.sql, fitting.params);
    },
    async queryBytes(sql, params, format) {
      const fitting = splitLists(sql, params);
      const form = formOf(fitting.params);
      return watch(async (signal) => {
        const { stream } = await client.exec({
          query: `${fitting.sql} FORMAT ${format}`,
          clickhouse_settings: readSettings,
          ...abortedBy(signal),
          ...(form
            ? {
                values: Readable.fromWeb(form.body as ReadableStream),
                http_headers: { 'Content-Type': form.headers.get('Content-Type') as string },
              }
            : { query_params: { ...fitting.params } }),
        });
        return readWhole(stream);
      });
    },
    command,
    // A server has threads of its own for merging, and other users who need them.
    holdMerges: async () => async () => undefined,
    async insertNative(table, block) {
      await watch(async (signal) => {
        const { stream } = await client.exec({
          query: `INSERT INTO ${table} FORMAT Native`,
          clickhouse_settings: insertSettings,
          values: Readable.from([Buffer.from(block.buffer, block.byteOffset, block.byteLength)]),
          ...abortedBy(signal),
        });
        await readWhole(stream);
      });
    },
    close,
  };
}
