import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { mapPostgresError } from './postgres-error.ts';
import { sessionOptions } from './postgres-session.ts';
import { watchQuery } from './watch-query.ts';

export interface PoolOptions {
  readonly max: number;
  /** Prepares each new connection. */
  readonly onConnect?: (session: pg.ClientBase) => Promise<void>;
}

/** Connections to a server that may go away and come back: what fails then fails as our error, and soon. */
export class WatchedPool implements PostgresPool {
  readonly options: object;
  readonly #url: string;
  readonly #pool: pg.Pool;
  readonly #clients = new WeakMap<pg.PoolClient, WatchedClient>();

  constructor(url: string, { max, onConnect }: PoolOptions) {
    this.#url = url;
    this.#pool = new pg.Pool({ ...sessionOptions(url), max, ...(onConnect && { onConnect }) });
    this.options = this.#pool.options;
    // Connections that are lost while nobody waits on them: the pool makes new ones.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async connect(): Promise<PostgresPoolClient> {
    try {
      const client = await this.#pool.connect();
      const known = this.#clients.get(client) ?? new WatchedClient(client, this.#url);
      this.#clients.set(client, known);
      // It takes no cursors, which are asked for only where the dialect is given some.
      return known as unknown as PostgresPoolClient;
    } catch (error) {
      throw mapPostgresError(error);
    }
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

/** One object a connection for the life of it: what is bound to it is never taken for bound to another. */
class WatchedClient {
  readonly #client: pg.PoolClient;
  readonly #url: string;

  constructor(client: pg.PoolClient, url: string) {
    this.#client = client;
    this.#url = url;
  }

  async query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    try {
      const found = await watchQuery(this.#client, this.#url, () => this.#client.query(text, [...values]));
      return asOne(found) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      throw mapPostgresError(error);
    }
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy);
  }
}

/** A text of several statements answers with the rows of all of them. */
function asOne(found: pg.QueryResult | pg.QueryResult[]): object {
  if (!Array.isArray(found)) return found;
  return { command: 'SELECT', rowCount: null, rows: found.flatMap(({ rows }) => rows) };
}
