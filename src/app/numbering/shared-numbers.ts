import { VigieError } from '#domain/error.ts';
import type { Records } from '#records/client.ts';
import { closeGap, getNumbers, type Numbers, reserveNumbers, settleNumbers } from '#records/journal-numbers.ts';
import type { Locks } from '#records/locks/locks.ts';
import type { Workspace } from '#records/workspaces.ts';
import type { Numbering, Place } from './numbering.ts';

interface Places {
  readonly workspace: string;
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
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(places: Places) {
    this.#places = places;
  }

  /** `highest` is the highest sequence that the journal holds: it may have been filled by a restore. */
  static async open({ highest, ...places }: Places & { readonly highest: number }): Promise<SharedNumbers> {
    const numbers = new SharedNumbers(places);
    await numbers.#hold(async (held, { end }) => {
      if (highest > end) await settleNumbers(held, places.workspace, { seq: end, end, settled: highest });
    });
    return numbers;
  }

  lastSeq(workspace: Workspace): number {
    return workspace.journalSeq;
  }

  inTurn<T>(write: (place: Place) => Promise<T>): Promise<T> {
    // Writers of this process come one after the other anyway: only the first of them waits on a connection.
    const result = this.#turn.then(() => this.#hold((held, numbers) => write(this.#placeOf(held, numbers))));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  #placeOf(held: Records, { seq }: Numbers): Place {
    const { workspace } = this.#places;
    let end = seq;
    return {
      lastSeq: seq,
      async reserve(events) {
        end = seq + events;
        if (!(await reserveNumbers(held, workspace, { seq, end }))) throw lost();
        return seq + 1;
      },
      async settle(events) {
        if (!(await settleNumbers(held, workspace, { seq, end, settled: seq + events }))) throw lost();
      },
    };
  }

  /** Runs under the name of the journal; what a writer before left unsettled is closed first. */
  #hold<T>(work: (held: Records, numbers: Numbers) => Promise<T>): Promise<T> {
    const { workspace, locks, countEvents } = this.#places;
    return locks.exclusive(`journal ${workspace}`, async (held) => {
      const { seq, end } = await getNumbers(held, workspace);
      if (end > seq) await closeGap(held, workspace, { seq, end, found: await countEvents(seq, end) });
      return work(held, { seq: end, end });
    });
  }
}

/** Whoever has the place now counts what was appended, or has it sent again. */
function lost(): VigieError {
  return new VigieError('data.busy');
}
