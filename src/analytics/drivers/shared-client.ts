import type { ClickHouseClient } from '@clickhouse/client';
import type { Params } from '../client.ts';
import type { Watch } from './watch-call.ts';

/** Settings of every read: integers as JSON numbers, nulls of outer joins kept. */
export const readSettings = {
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_denormals: 0,
  output_format_json_escape_forward_slashes: 0,
  join_use_nulls: 1,
} as const;

/** Settings of every insert: a block of ours holds each row once, so it need not be merged as it is written. */
export const insertSettings = { optimize_on_insert: 0 } as const;

/** The calls that the official client makes alike on both engines. */
export function sharedCalls(client: ClickHouseClient, watch: Watch = (ask) => ask()) {
  return {
    query<T>(sql: string, params: Params): Promise<T[]> {
      return watch(async (signal) => {
        const result = await client.query({
          query: sql,
          query_params: { ...params },
          format: 'JSONEachRow',
          clickhouse_settings: readSettings,
          ...abortedBy(signal),
        });
        return result.json<T>();
      });
    },
    async command(sql: string, params?: Params): Promise<void> {
      await watch((signal) =>
        client.command({ query: sql, ...(params && { query_params: { ...params } }), ...abortedBy(signal) }),
      );
    },
    async close(): Promise<void> {
      await client.close();
    },
  };
}

export function abortedBy(signal: AbortSignal | undefined) {
  return signal === undefined ? {} : { abort_signal: signal };
}

/** The bytes of an answer; throws where they break off. */
export async function readWhole(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece as Uint8Array);
  return pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces);
}
