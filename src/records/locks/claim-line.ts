import type pg from 'pg';
import { VigieError } from '#domain/error.ts';
import { mapPostgresError } from '../drivers/postgres-error.ts';
import { connectSession } from '../drivers/postgres-session.ts';
import { watchQuery } from '../drivers/watch-query.ts';
import type { Claim } from './locks.ts';

/** How often a session that holds something says that it lives; the server ends one that is silent for a minute. */
export const SIGN_OF_LIFE_MS = 20_000;

/** How soon a session that had ended says so; a server that fell silent is found out after seconds. */
const AT_ONCE_MS = 1_000;

/** One session that holds all claims of this process. */
export class ClaimLine {
  readonly #url: string;
  readonly #held = new Map<string, AbortController>();
  #session: Promise<pg.Client> | null = null;
  #current: pg.Client | null = null;
  #signs: NodeJS.Timeout | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  async claim(key: string): Promise<Claim | null> {
    const asked = performance.now();
    try {
      return await this.#claim(key);
    } catch (error) {
      // A session that had ended unseen took its locks with it: a new one is asked.
      if (!isAway(error) || performance.now() - asked > AT_ONCE_MS) throw error;
      return this.#claim(key);
    }
  }

  async #claim(key: string): Promise<Claim | null> {
    // A session would get the same lock a second time.
    if (this.#held.has(key)) return null;
    const lost = new AbortController();
    this.#held.set(key, lost);
    let got = false;
    try {
      const rows = await this.#ask<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [key]);
      // The line may have been lost just after it answered.
      got = rows[0]?.got === true && !lost.signal.aborted;
    } finally {
      if (!got && this.#held.get(key) === lost) this.#held.delete(key);
    }
    return got ? { signal: lost.signal, release: () => this.#release(key, lost) } : null;
  }

  async close(): Promise<void> {
    clearInterval(this.#signs);
    const session = await this.#session?.catch(() => null);
    await session?.end();
  }

  async #release(key: string, lost: AbortController): Promise<void> {
    if (this.#held.get(key) !== lost) return;
    // A session that cannot do it is gone, and the lock with it. Until the answer the key counts as held.
    await this.#ask('select pg_advisory_unlock($1)', [key]).catch(() => undefined);
    if (this.#held.get(key) === lost) this.#held.delete(key);
  }

  async #ask<T>(text: string, values: readonly string[] = []): Promise<T[]> {
    this.#session ??= this.#open();
    const session = await this.#session;
    try {
      const { rows } = await watchQuery(session, this.#url, () => session.query(text, [...values]));
      return rows;
    } catch (error) {
      const known = mapPostgresError(error);
      if (isAway(known)) this.#lose(session);
      throw known;
    }
  }

  async #open(): Promise<pg.Client> {
    const opening = connectSession(this.#url);
    const session = await opening.catch((error: unknown) => {
      this.#session = null;
      throw mapPostgresError(error);
    });
    this.#current = session;
    session.once('end', () => this.#lose(session));
    clearInterval(this.#signs);
    this.#signs = setInterval(() => this.#ask('select 1').catch(() => undefined), SIGN_OF_LIFE_MS).unref();
    return session;
  }

  #lose(session: pg.Client): void {
    // Its end is told after its last statement failed, when another may be there already.
    if (this.#current !== session) return;
    this.#current = null;
    clearInterval(this.#signs);
    this.#session = null;
    for (const lost of this.#held.values()) lost.abort(new VigieError('data.unavailable', { store: 'PostgreSQL' }));
    this.#held.clear();
  }
}

function isAway(error: unknown): boolean {
  return error instanceof VigieError && error.code === 'data.unavailable';
}
