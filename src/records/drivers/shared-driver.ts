import { CompiledQuery, type DatabaseConnection, type Driver } from 'kysely';

/** The role that bound connections take where the user of the connection would bypass row security. */
export const workspaceRole = 'vigie_workspace';

/** The scope of a connection that serves the whole installation. No workspace may have this id. */
export const everyWorkspace = '*';

const bypassSql = 'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user';

/**
 * The connections of one engine, lent to one Kysely instance a scope. This is the one place where a connection is bound to
 * its workspace: row security reads the setting `vigie.workspace`, and shows nothing where it is not set.
 */
export class SharedDriver {
  readonly inner: Driver;
  readonly #single: boolean;
  /** What each connection is bound to now; a connection that is not listed is bound to nothing. */
  readonly #bound = new WeakMap<DatabaseConnection, string>();
  readonly #releases = new WeakMap<DatabaseConnection, () => void>();
  #ready: Promise<void> | null = null;
  #bypasses = false;
  #turn: Promise<void> = Promise.resolve();

  constructor(inner: Driver, options: { readonly single: boolean }) {
    this.inner = inner;
    this.#single = options.single;
  }

  init(): Promise<void> {
    // A server that is away now may be there at the next call.
    this.#ready ??= this.#open().catch((error: unknown) => {
      this.#ready = null;
      throw error;
    });
    return this.#ready;
  }

  async #open(): Promise<void> {
    await this.inner.init();
    const connection = await this.inner.acquireConnection();
    try {
      const { rows } = await connection.executeQuery<{ bypasses: boolean }>(CompiledQuery.raw(bypassSql));
      this.#bypasses = rows[0]?.bypasses === true;
    } finally {
      await this.inner.releaseConnection(connection);
    }
  }

  async acquire(scope: string): Promise<DatabaseConnection> {
    const release = await this.#wait();
    try {
      const connection = await this.inner.acquireConnection();
      this.#releases.set(connection, release);
      if (this.#bound.get(connection) !== scope) await this.#bind(connection, scope);
      return connection;
    } catch (error) {
      release();
      throw error;
    }
  }

  async release(connection: DatabaseConnection): Promise<void> {
    await this.inner.releaseConnection(connection);
    this.#releases.get(connection)?.();
  }

  async #bind(connection: DatabaseConnection, scope: string): Promise<void> {
    const role = this.#bypasses && scope !== everyWorkspace ? workspaceRole : 'none';
    const sql = `select set_config('vigie.workspace', $1, false), set_config('role', $2, false)`;
    try {
      await connection.executeQuery(CompiledQuery.raw(sql, [scope, role]));
      this.#bound.set(connection, scope);
    } catch (error) {
      this.#bound.delete(connection);
      await this.inner.releaseConnection(connection);
      throw error;
    }
  }

  /** An engine with one connection serves one caller at a time, whatever their scopes. */
  async #wait(): Promise<() => void> {
    if (!this.#single) return () => undefined;
    const before = this.#turn;
    let release = () => {};
    this.#turn = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }
}
