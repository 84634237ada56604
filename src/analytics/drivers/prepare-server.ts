import { type ClickHouseClient, ClickHouseError, type ClickHouseSettings } from '@clickhouse/client';
import { VigieError } from '#domain/error.ts';
import { quoteName } from '../binder.ts';
import { createServerClient } from './server-client.ts';

const OLDEST_VERSION = 24;
const UNKNOWN_DATABASE = '81';
/** A server that is there answers this at once. */
const FIRST_ANSWER_MS = 15_000;

/** Makes the database of the URL where it is not there. Throws where the server is too old. */
export async function prepareDatabase(url: URL, database: string, cluster: string | null): Promise<void> {
  const client = createServerClient(url, {}, FIRST_ANSWER_MS);
  try {
    const [row] = await ask<{ version: string }>(client, 'SELECT version() AS version');
    checkVersion(row?.version ?? '');
  } catch (error) {
    if (!(error instanceof ClickHouseError) || error.code !== UNKNOWN_DATABASE) throw error;
    await makeDatabase(url, database, cluster);
  } finally {
    await client.close();
  }
}

async function makeDatabase(url: URL, database: string, cluster: string | null): Promise<void> {
  const root = new URL(url);
  root.pathname = '/';
  await prepareDatabase(root, 'default', null);
  const client = createServerClient(root);
  try {
    const everywhere = cluster === null ? '' : ` ON CLUSTER ${quoteName(cluster)}`;
    await client.command({ query: `CREATE DATABASE IF NOT EXISTS ${quoteName(database)}${everywhere}` });
  } finally {
    await client.close();
  }
}

function checkVersion(found: string): void {
  if (Number.parseInt(found, 10) >= OLDEST_VERSION) return;
  const params = { store: 'ClickHouse', found, needed: OLDEST_VERSION, setting: 'CLICKHOUSE_URL' };
  throw new VigieError('data.server-too-old', params);
}

/**
 * The settings with which a cluster answers like one server: a read finds all shards or fails, subqueries are run over all
 * of them, and what was written is there for the next read.
 */
export async function clusterSettings(url: URL, name: string): Promise<ClickHouseSettings> {
  const client = createServerClient(url);
  try {
    const hosts = await ask<Host>(client, 'SELECT * FROM system.clusters WHERE cluster = {name:String}', { name });
    if (hosts.length === 0) throw await noSuchCluster(client, name);
    const replicated = hosts.some(({ replica_num: replica }) => replica > 1);
    if (replicated && hosts.some(({ internal_replication: alone }) => alone === 0)) {
      throw new VigieError('data.cluster-doubles-rows', { cluster: name });
    }
    return {
      skip_unavailable_shards: 0,
      distributed_product_mode: 'global',
      distributed_foreground_insert: 1,
      // Replicas follow one another: all statements go to the same one while it lives, so that they see their own writes.
      load_balancing: 'in_order',
      prefer_localhost_replica: 0,
      ...(replicated && { insert_quorum: 'auto', insert_quorum_timeout: 120_000 }),
      alter_sync: '2',
      mutations_sync: '2',
    };
  } finally {
    await client.close();
  }
}

interface Host {
  readonly replica_num: number;
  /** 1: a row is written to one replica of a shard. Servers before 23.12 do not say. */
  readonly internal_replication?: number;
}

async function noSuchCluster(client: ClickHouseClient, cluster: string): Promise<VigieError> {
  const rows = await ask<{ cluster: string }>(client, 'SELECT DISTINCT cluster FROM system.clusters ORDER BY cluster');
  const known = rows.map((row) => row.cluster).join(', ') || '–';
  return new VigieError('data.no-such-cluster', { cluster, known });
}

async function ask<T>(client: ClickHouseClient, query: string, params: Record<string, unknown> = {}): Promise<T[]> {
  const result = await client.query({ query, query_params: params, format: 'JSONEachRow' });
  return result.json<T>();
}
