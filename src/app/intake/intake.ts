import { hashIdentity } from '#analytics/native/identity-hash.ts';
import { JournalBlock } from '#analytics/native/journal-block.ts';
import { VigieError } from '#domain/error.ts';
import type { Event } from '#domain/ticket/event.ts';
import { identityOf, type Journal, type JournalTurn } from '../journal.ts';

export interface IntakeBounds {
  /** Calls whose events are being read or wait. */
  readonly calls: number;
  /** Events that wait, in all calls together. */
  readonly events: number;
}

/** What they come to in memory is some tens of megabytes. */
const usualBounds: IntakeBounds = { calls: 256, events: 50_000 };

/** So many events are appended as one block. */
const MOST_TOGETHER = 20_000;

/** `duplicate`: the event counted when it came first. */
export type Verdict = 'accepted' | 'duplicate';

interface Call {
  readonly events: readonly Event[];
  answer(verdicts: Verdict[]): void;
  fail(error: unknown): void;
}

/**
 * The way of events into the journal. Calls that come while another writes are written together: one search for those that
 * are known, one block, one wait for the disk. Beyond a bound calls are refused before their events are read.
 */
export class Intake {
  readonly #journal: Pick<Journal, 'write' | 'findKnown'>;
  readonly #workspace: string;
  readonly #bounds: IntakeBounds;
  #waiting: Call[] = [];
  #events = 0;
  #calls = 0;
  #writing = false;

  constructor(journal: Pick<Journal, 'write' | 'findKnown'>, workspace: string, bounds: IntakeBounds = usualBounds) {
    this.#journal = journal;
    this.#workspace = workspace;
    this.#bounds = bounds;
  }

  /** Reads and takes what somebody sends, unless too much waits already. Throws `ingest.overloaded`. */
  async admit<T>(take: () => Promise<T>): Promise<T> {
    const { calls, events } = this.#bounds;
    if (this.#calls >= calls || this.#events >= events) throw new VigieError('ingest.overloaded');
    this.#calls++;
    return take().finally(() => this.#calls--);
  }

  /** Appends those events that are new. They are durable once it resolves; where it throws, none may count. */
  append(events: readonly Event[]): Promise<Verdict[]> {
    const answered = new Promise<Verdict[]>((answer, fail) => this.#waiting.push({ events, answer, fail }));
    this.#events += events.length;
    if (!this.#writing) void this.#writeAll();
    return answered;
  }

  async #writeAll(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      let calls: Call[] = [];
      try {
        const verdicts = await this.#journal.write((turn) => {
          // Taken only now: more may have come while another process had its turn.
          calls = this.#takeNext();
          return this.#writeTogether(turn, calls);
        });
        for (const [index, call] of calls.entries()) call.answer(verdicts[index] as Verdict[]);
      } catch (error) {
        for (const call of calls.length > 0 ? calls : this.#takeNext()) call.fail(error);
        // Those that came meanwhile have waited for the same store: none waits for it once more in its own turn.
        if (error instanceof VigieError && error.code === 'data.unavailable') this.#refuseWaiting(error);
      }
    }
    this.#writing = false;
  }

  /** The calls that come next, at least one. */
  #takeNext(): Call[] {
    let events = 0;
    let count = 0;
    for (const call of this.#waiting) {
      if (count > 0 && events + call.events.length > MOST_TOGETHER) break;
      events += call.events.length;
      count++;
    }
    this.#events -= events;
    return this.#waiting.splice(0, count);
  }

  #refuseWaiting(error: VigieError): void {
    while (this.#waiting.length > 0) for (const call of this.#takeNext()) call.fail(error);
  }

  async #writeTogether(turn: JournalTurn, calls: readonly Call[]): Promise<Verdict[][]> {
    const events = calls.flatMap((call) => call.events);
    const hashes = new Uint32Array(events.length * 2);
    for (const [index, { source, id }] of events.entries()) hashIdentity(source, id, hashes, index);
    const pairOf = (at: number) => [hashes[at * 2] as number, hashes[at * 2 + 1] as number] as const;
    const known = await this.#journal.findKnown(events.map((_, at) => pairOf(at)));
    const fresh: number[] = [];
    let at = 0;
    const verdicts = calls.map((call) =>
      call.events.map((event): Verdict => {
        const identity = identityOf(event.source, event.id);
        const verdict = known.has(identity) ? 'duplicate' : 'accepted';
        if (verdict === 'accepted') fresh.push(at);
        known.add(identity);
        at++;
        return verdict;
      }),
    );
    await turn.append(fresh.length, (firstSeq) => {
      const block = new JournalBlock();
      for (const each of fresh) block.add(events[each] as Event, firstSeq + block.rows, ...pairOf(each));
      return { block: block.toBytes(this.#workspace), rows: block.rows };
    });
    return verdicts;
  }
}
