import type { Numbering, Place } from './numbering.ts';

/** Numbers in memory, for a journal that this process has to itself and that ends with it: nothing arrives late. */
export class OwnNumbers implements Numbering {
  #lastSeq: number;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(lastSeq: number) {
    this.#lastSeq = lastSeq;
  }

  async lastSeq(): Promise<number> {
    return this.#lastSeq;
  }

  inTurn<T>(write: (place: Place) => Promise<T>): Promise<T> {
    const numbers = this;
    const place: Place = {
      get lastSeq() {
        return numbers.#lastSeq;
      },
      reserve: async () => this.#lastSeq + 1,
      settle: async (events) => {
        this.#lastSeq += events;
      },
    };
    const result = this.#turn.then(() => write(place));
    this.#turn = result.catch(() => undefined);
    return result;
  }
}
