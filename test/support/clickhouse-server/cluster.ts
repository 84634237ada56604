import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from 'chdb';
import type { Statement } from './engine.ts';
import { quoteText } from './quote.ts';
import { ServerError } from './server-error.ts';

/** A port that nobody listens on: that a shard names it too makes the engine take that shard for itself. */
const OWN_PORT = 9000;
const SHARDS = 2;

const shard = `<shard><internal_replication>true</internal_replication>
  <replica><host>127.0.0.1</host><port>${OWN_PORT}</port></replica></shard>`;

const changesShape = /^\s*(?:CREATE|DROP|ALTER|TRUNCATE|RENAME|OPTIMIZE)\s/i;
const onCluster = /\s+ON\s+CLUSTER\s+(`[^`]*`|'[^']*'|[\w.-]+)/i;
const engineOfDistributed = /^Distributed\('([^']*)', '([^']*)', '([^']*)', (.*)\)$/s;

/**
 * A cluster of two shards in one process. Both shards lead to the same local tables, and a filter on each local table
 * shows a shard only the rows that the sharding key of its distributed table would have put there. So statements are
 * planned, split and merged as over two servers. What is not there is replication: `Replicated…` engines become plain
 * ones, and a statement ON CLUSTER is done once.
 */
export class Cluster {
  readonly configFile: string;
  readonly #name: string;

  constructor(folder: string, name: string) {
    this.#name = name;
    this.configFile = join(folder, 'cluster.xml');
    const config = `<clickhouse><tcp_port>${OWN_PORT}</tcp_port>
      <remote_servers><${name}>${shard.repeat(SHARDS)}</${name}></remote_servers></clickhouse>`;
    writeFileSync(this.configFile, config);
  }

  /** The statement as the one process can run it; changes the settings that go with it. */
  async adapt(session: Session, { sql }: Statement, settings: Map<string, string>): Promise<string> {
    // There is no other replica to prefer.
    settings.delete('prefer_localhost_replica');
    if (changesShape.test(sql)) return this.#onOnce(sql);
    const filters = await shardFilters(session);
    if (filters.size === 0) return sql;
    const found = findFilters(sql);
    if (!found) {
      settings.set('additional_table_filters', writeFilters(filters));
      return sql;
    }
    const both = new Map([...found.filters, ...filters]);
    for (const [table, condition] of found.filters) {
      const ofShard = filters.get(table);
      if (ofShard !== undefined) both.set(table, `(${ofShard}) AND (${condition})`);
    }
    return sql.slice(0, found.start) + writeFilters(both) + sql.slice(found.end);
  }

  #onOnce(sql: string): string {
    const named = onCluster.exec(sql)?.[1]?.replaceAll(/[`']/g, '');
    if (named === this.#name) return sql.replace(onCluster, '').replaceAll(/\bReplicated(\w*MergeTree)/g, '$1');
    const found = named === undefined ? 'no cluster' : `the cluster ${named}`;
    throw new ServerError(36, 'BAD_ARGUMENTS', `A statement that changes tables names ${found}, not ${this.#name}`);
  }
}

/** For each local table behind a distributed one: the condition that a row is on the shard that reads. */
async function shardFilters(session: Session): Promise<Map<string, string>> {
  const found = await session.queryAsync(
    `SELECT engine_full FROM system.tables WHERE database = currentDatabase() AND engine = 'Distributed'`,
    { format: 'JSONEachRow' },
  );
  const lines = found.text().split('\n').filter(Boolean);
  return new Map(
    lines.flatMap((line) => {
      const parts = engineOfDistributed.exec((JSON.parse(line) as { engine_full: string }).engine_full);
      if (!parts) return [];
      const [, , database, table, key] = parts;
      return [[`${database}.${table}`, `shardNum() = 0 OR shardNum() = 1 + (${key}) % ${SHARDS}`] as const];
    }),
  );
}

/** The filters that a statement sets itself, and where their map stands in it. */
function findFilters(sql: string): { filters: Map<string, string>; start: number; end: number } | null {
  const head = /additional_table_filters\s*=\s*/.exec(sql);
  if (!head) return null;
  const start = head.index + head[0].length;
  const texts: string[] = [];
  const token = /'((?:[^'\\]|\\.|'')*)'|[{,:\s]|(\})/y;
  token.lastIndex = start;
  for (let found = token.exec(sql); found; found = token.exec(sql)) {
    if (found[2]) break;
    if (found[1] !== undefined) texts.push(found[1].replaceAll(/\\(.)/g, '$1').replaceAll("''", "'"));
  }
  const filters = new Map<string, string>();
  for (let at = 0; at + 1 < texts.length; at += 2) filters.set(texts[at] as string, texts[at + 1] as string);
  return { filters, start, end: token.lastIndex };
}

function writeFilters(filters: ReadonlyMap<string, string>): string {
  const entries = [...filters].map(([table, condition]) => `${quoteText(table)}: ${quoteText(condition)}`);
  return `{${entries.join(', ')}}`;
}
