import type { Cluster } from './table-ddl.ts';

/** Values bound to `{name:Type}` placeholders; every statement is bound to one workspace. */
export interface Params {
  readonly workspace: string;
  readonly [name: string]: unknown;
}

/**
 * The analytics store: one SQL dialect (ClickHouse) over two engines, embedded chDB and a ClickHouse server. All that
 * differs between them is in `drivers/`.
 */
export interface Analytics {
  readonly engine: 'chdb' | 'clickhouse';
  /** The cluster over which the tables are spread; null where each is in one place. */
  readonly cluster: Cluster | null;
  /** Rows as objects; 64-bit integers come as numbers. */
  query<T>(sql: string, params: Params): Promise<T[]>;
  /** The raw answer in a ClickHouse format. */
  queryBytes(sql: string, params: Params, format: string): Promise<Uint8Array>;
  command(sql: string, params?: Params): Promise<void>;
  /** Inserts one block in ClickHouse's Native format; durable once resolved. */
  insertNative(table: string, block: Uint8Array): Promise<void>;
  /** Puts off the merging of parts of some tables while much is written to them; the answer lets it go on. */
  holdMerges(tables: readonly string[]): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** A server, or one of the servers of a cluster, which it knows by the name given. */
export interface ServerPlace {
  readonly url: string;
  readonly cluster?: string | null;
}

/** Where the store is: a folder for the embedded engine, or a server. */
export type AnalyticsPlace = { readonly path: string } | ServerPlace;

/** Opens the store; the driver is loaded only when it is the one asked for. */
export async function openAnalytics(place: AnalyticsPlace): Promise<Analytics> {
  if ('url' in place) {
    const { openClickHouse } = await import('./drivers/clickhouse.ts');
    return openClickHouse(place);
  }
  const { openChdb } = await import('./drivers/chdb.ts');
  return openChdb(place.path);
}
