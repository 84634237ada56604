import { VigieError } from '#domain/error.ts';
import type { Records } from '#records/client.ts';
import type { Locks } from '#records/locks/locks.ts';
import { addGap, getNumbers, moveNumbers, type Numbers } from '#records/nodes/journals.ts';
import type { Numbering, Place } from './numbering.ts';
import { WriterLine } from './writer-line.ts';

interface Places {
  readonly workspace: string;
  readonly records: Records;
  readonly locks: Locks;
  /** How many events the journal holds in `(after, upTo]`. */
  countEvents(after: number, upTo: number): Promise<number>;
}

/**
 * Numbers kept in the records, for a journal on a server: other processes write to it, and what a process that died had
 * sent may still arrive. Sequences are reserved before anything is sent, so that none is given twice; an append counts once
 * it is settled, under the name that the writer holds. What was reserved and never settled is a gap: its numbers are not
 * used again, and events that arrive in it late are found by later looks.
 */
export class SharedNumbers implements Numbering {
  readonly #places: Places;
  readonly #line = new WriterLine();

  private constructor(places: Places) {
    this.#places = places;
  }

  /** `highest` is the highest sequence that the journal holds: it may have been filled by a restore. */
  static async open({ highest, ...places }: Places & { readonly highest: number }): Promise<SharedNumbers> {
    const numbers = new SharedNumbers(places);
    await numbers.#hold(async (held, seq) => {
      if (highest > seq) await moveNumbers(held, places.workspace, settled(seq), settled(highest));
    });
    return numbers;
  }

  async lastSeq(): Promise<number> {
    return (await getNumbers(this.#places.records, this.#places.workspace)).seq;
  }

  inTurn<T>(write: (place: Place) => Promise<T>): Promise<T> {
    // Writers of this process come one after the other anyway: only the first of them waits on a connection.
    return this.#line.run(() => this.#hold((held, seq) => write(this.#placeOf(held, seq))));
  }

  #placeOf(held: Records, seq: number): Place {
    let now = settled(seq);
    const move = async (next: Numbers) => {
      // Whoever has the place now counts what was appended, or has it sent again.
      if (!(await moveNumbers(held, this.#places.workspace, now, next))) throw new VigieError('data.busy');
      now = next;
    };
    return {
      get lastSeq() {
        return now.seq;
      },
      async reserve(events) {
        await move({ seq: now.seq, end: now.seq + events });
        return now.seq + 1;
      },
      settle: (events) => move(settled(now.seq + events)),
    };
  }

  /** Runs under the name of the journal; what a writer before left unsettled is given up first. */
  #hold<T>(work: (held: Records, seq: number) => Promise<T>): Promise<T> {
    const { workspace, locks, countEvents } = this.#places;
    return locks.exclusive(`journal ${workspace}`, async (held) => {
      const { seq, end } = await getNumbers(held, workspace);
      if (end > seq) {
        await addGap(held, workspace, { firstSeq: seq + 1, lastSeq: end, found: await countEvents(seq, end) });
        await moveNumbers(held, workspace, { seq, end }, settled(end));
      }
      return work(held, end);
    });
  }
}

const settled = (seq: number): Numbers => ({ seq, end: seq });
