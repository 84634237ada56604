import { setTimeout as sleep } from 'node:timers/promises';
import type { Locks } from '#records/locks/locks.ts';

const ASK_AGAIN_MS = 250;

/** Lets one piece of work run at a time among all processes; those of one process in the order in which they asked. */
export class Turn {
  readonly #locks: Locks;
  readonly #name: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(locks: Locks, name: string) {
    this.#locks = locks;
    this.#name = name;
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#claimed(work));
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Runs the work unless another process has the turn; whether it did. */
  runUnlessElsewhere(work: () => Promise<unknown>): Promise<boolean> {
    const result = this.#last.then(async () => {
      const claim = await this.#locks.claim(this.#name);
      if (claim) await work().finally(() => claim.release());
      return claim !== null;
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when no work of this process runs or waits. */
  async settled(): Promise<void> {
    for (let last: unknown = null; last !== this.#last; ) {
      last = this.#last;
      await last;
    }
  }

  async #claimed<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      const claim = await this.#locks.claim(this.#name);
      if (claim) return work().finally(() => claim.release());
      await sleep(ASK_AGAIN_MS);
    }
  }
}
