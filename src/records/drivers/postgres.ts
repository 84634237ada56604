import { type Dialect, PostgresDialect } from 'kysely';
import { prepareLocking } from './postgres-session.ts';
import { WatchedPool } from './watched-pool.ts';

/** A PostgreSQL server, for the ordinary work of a process. */
export function postgresDialect(url: string): Dialect {
  return new PostgresDialect({ pool: new WatchedPool(url, { max: 10 }) });
}

/** The same server over connections of their own, that wait for locks. */
export function lockingDialect(url: string): Dialect {
  return new PostgresDialect({ pool: new WatchedPool(url, { max: 5, onConnect: prepareLocking }) });
}
