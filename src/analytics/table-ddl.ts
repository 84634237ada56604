import { quoteName, quoteText } from './binder.ts';
import type { TableShape } from './schema.ts';

/**
 * Where tables are spread over the shards of a cluster. Rows lie in local tables, one a shard; the names that statements
 * use are those of distributed tables over them.
 */
export interface Cluster {
  readonly name: string;
  readonly database: string;
}

/** The end or the middle of a statement that is to be done on every host. */
export const everywhere = (cluster: Cluster | null): string =>
  cluster ? ` ON CLUSTER ${quoteName(cluster.name)}` : '';

/** The statements that make a table, in order; on a cluster, on every host of it. */
export function createTable(shape: TableShape, cluster: Cluster | null): string[] {
  const { name, columns, engine, rest, shardBy } = shape;
  const body = `(\n${columns}\n) ENGINE = `;
  if (!cluster) return [`CREATE TABLE IF NOT EXISTS ${name} ${body}${engine}\n${rest}`];
  const local = `${name}_local`;
  const names = [cluster.name, cluster.database, local].map(quoteText).join(', ');
  return [
    // No path and no replica name: the server then takes those of its own settings, with an id that is never used twice.
    `CREATE TABLE IF NOT EXISTS ${within(cluster, local)}${everywhere(cluster)} ${body}Replicated${engine}\n${rest}`,
    `CREATE TABLE IF NOT EXISTS ${within(cluster, name)}${everywhere(cluster)} AS ${within(cluster, local)}
ENGINE = Distributed(${names}, cityHash64(${shardBy}))`,
  ];
}

/** The statements that remove a table at once. */
export function dropTable(name: string, cluster: Cluster | null): string[] {
  if (!cluster) return [`DROP TABLE IF EXISTS ${name} SYNC`];
  return [name, `${name}_local`].map(
    (table) => `DROP TABLE IF EXISTS ${within(cluster, table)}${everywhere(cluster)} SYNC`,
  );
}

/** The beginning of a statement that changes the rows of a table where they lie. */
export function alterTable(name: string, cluster: Cluster | null): string {
  if (!cluster) return `ALTER TABLE ${name}`;
  return `ALTER TABLE ${within(cluster, `${name}_local`)}${everywhere(cluster)}`;
}

/** The table that holds the rows, as settings that name a table want it. */
export function storedTable(name: string, cluster: Cluster | null): string {
  return cluster ? `${cluster.database}.${name}_local` : name;
}

const within = ({ database }: Cluster, table: string): string => `${quoteName(database)}.${quoteName(table)}`;
