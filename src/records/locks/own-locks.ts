import type { Records } from '../client.ts';
import type { Claim, Locks } from './locks.ts';

/** Locks of records that one process has to itself: nothing leaves it, and no connection is held. */
export class OwnLocks implements Locks {
  readonly #records: Records;
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #claimed = new Set<string>();
  readonly #never = new AbortController().signal;

  constructor(records: Records) {
    this.#records = records;
  }

  exclusive<T>(name: string, work: (held: Records) => Promise<T>): Promise<T> {
    const result = (this.#turns.get(name) ?? Promise.resolve()).then(() => work(this.#records));
    const over = result.then(
      () => undefined,
      () => undefined,
    );
    this.#turns.set(name, over);
    return result;
  }

  async claim(name: string): Promise<Claim | null> {
    if (this.#claimed.has(name)) return null;
    this.#claimed.add(name);
    return { signal: this.#never, release: async () => void this.#claimed.delete(name) };
  }

  async close(): Promise<void> {}
}
