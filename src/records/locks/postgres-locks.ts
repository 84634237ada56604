import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Records } from '../client.ts';
import { ClaimLine, SIGN_OF_LIFE_MS } from './claim-line.ts';
import type { Claim, Locks } from './locks.ts';

/** Advisory locks of a PostgreSQL server: it frees those of a session that ends. */
export class PostgresLocks implements Locks {
  readonly #turns: Records;
  readonly #line: ClaimLine;

  /** `turns` has connections of its own, since one that waits for a name is of no other use meanwhile. */
  constructor(url: string, turns: Records) {
    this.#turns = turns;
    this.#line = new ClaimLine(url);
  }

  exclusive<T>(name: string, work: (held: Records) => Promise<T>): Promise<T> {
    const key = lockKey(name);
    return this.#turns.connection().execute(async (held) => {
      await sql`select pg_advisory_lock(${key})`.execute(held);
      const signs = setInterval(() => sql`select 1`.execute(held).catch(() => undefined), SIGN_OF_LIFE_MS).unref();
      try {
        return await work(held);
      } finally {
        clearInterval(signs);
        // A connection that cannot do it is gone, and the lock with it.
        await sql`select pg_advisory_unlock(${key})`.execute(held).catch(() => undefined);
      }
    });
  }

  claim(name: string): Promise<Claim | null> {
    return this.#line.claim(lockKey(name));
  }

  async close(): Promise<void> {
    await this.#line.close();
    await this.#turns.destroy();
  }
}

/** A 64-bit integer as text: advisory locks have no names. */
function lockKey(name: string): string {
  return createHash('sha256').update(`vigie ${name}`).digest().readBigInt64BE().toString();
}
