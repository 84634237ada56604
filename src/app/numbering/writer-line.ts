import { VigieError } from '#domain/error.ts';

/**
 * Writers of one process, one after the other. Where one finds a store away or kept busy, those who wait behind it are told
 * the same at once: each of them would wait as long as it did.
 */
export class WriterLine {
  #last: Promise<unknown> = Promise.resolve();
  #joined = 0;
  #failure: { readonly error: VigieError; readonly upTo: number } | null = null;

  run<T>(write: () => Promise<T>): Promise<T> {
    const number = ++this.#joined;
    const result = this.#last.then(async () => {
      if (this.#failure !== null && number <= this.#failure.upTo) throw this.#failure.error;
      try {
        return await write();
      } catch (error) {
        if (error instanceof VigieError && error.kind === 'unavailable') {
          this.#failure = { error, upTo: this.#joined };
        }
        throw error;
      }
    });
    this.#last = result.catch(() => undefined);
    return result;
  }
}
