import type { DatabaseConnection, Dialect, Driver, TransactionSettings } from 'kysely';
import { everyWorkspace, type SharedDriver } from './shared-driver.ts';

/** A dialect whose connections see the rows of one workspace, or of all. */
export function scopedDialect(dialect: Dialect, shared: SharedDriver, scope: string): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new ScopedDriver(shared, scope),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

class ScopedDriver implements Driver {
  readonly #shared: SharedDriver;
  readonly #scope: string;

  constructor(shared: SharedDriver, scope: string) {
    this.#shared = shared;
    this.#scope = scope;
  }

  init(): Promise<void> {
    return this.#shared.init();
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return this.#shared.acquire(this.#scope);
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#shared.release(connection);
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#shared.inner.beginTransaction(connection, settings);
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#shared.inner.commitTransaction(connection);
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#shared.inner.rollbackTransaction(connection);
  }

  /** The connections belong to the installation: only its own instance closes them. */
  async destroy(): Promise<void> {
    if (this.#scope === everyWorkspace) await this.#shared.inner.destroy();
  }
}
