import type { Analytics } from '#analytics/client.ts';
import { hashText } from '#analytics/native/identity-hash.ts';
import type { Records } from '#records/client.ts';
import type { Locks } from '#records/locks/locks.ts';
import { ensureJournal } from '#records/nodes/journals.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { Numbering } from './numbering/numbering.ts';
import { OwnNumbers } from './numbering/own-numbers.ts';
import { SharedNumbers } from './numbering/shared-numbers.ts';

/** The identity of an event in a workspace. */
export function identityOf(source: string, id: string): string {
  return `${source}\0${id}`;
}

/** What a writer of the journal does in its turn. */
export interface JournalTurn {
  /** Everything that counts so far has a sequence up to this one. */
  readonly lastSeq: number;
  /** Appends up to `most` events: `encode` is given the sequence of the first and makes their block. Durable once it resolves. */
  append<Encoded extends EncodedEvents>(
    most: number,
    encode: (firstSeq: number) => Encoded | Promise<Encoded>,
  ): Promise<Encoded>;
}

export interface EncodedEvents {
  readonly block: Uint8Array;
  readonly rows: number;
}

export interface JournalPlaces {
  readonly workspace: string;
  readonly records: Records;
  readonly analytics: Analytics;
  readonly locks: Locks;
}

/**
 * The journal of one workspace: it numbers events in their order of arrival, and one writer at a time appends, be there one
 * process or several.
 */
export class Journal {
  readonly #analytics: Analytics;
  readonly #workspace: string;
  readonly #numbering: Numbering;

  private constructor(analytics: Analytics, workspace: string, numbering: Numbering) {
    this.#analytics = analytics;
    this.#workspace = workspace;
    this.#numbering = numbering;
  }

  static async open({ analytics, records, workspace, locks }: JournalPlaces): Promise<Journal> {
    await ensureJournal(records, workspace);
    const held = await readNumber(analytics, 'max(seq)', { workspace, after: 0, upTo: Number.MAX_SAFE_INTEGER });
    // Events may have been removed since they were folded, and no sequence is used twice.
    const highest = Math.max(held, (await getWorkspace(records, workspace)).foldedSeq);
    const countEvents = (after: number, upTo: number) => readNumber(analytics, 'count()', { workspace, after, upTo });
    const numbering =
      analytics.engine === 'chdb'
        ? new OwnNumbers(highest)
        : await SharedNumbers.open({ workspace, records, locks, highest, countEvents });
    return new Journal(analytics, workspace, numbering);
  }

  /** The sequence up to which every event is durable. */
  lastSeq(): Promise<number> {
    return this.#numbering.lastSeq();
  }

  /** Runs one writer at a time, in the order of the calls. */
  write<T>(work: (turn: JournalTurn) => Promise<T>): Promise<T> {
    return this.#numbering.inTurn((place) =>
      work({
        get lastSeq() {
          return place.lastSeq;
        },
        append: async (most, encode) => {
          const encoded = await encode(most === 0 ? 0 : await place.reserve(most));
          if (encoded.rows > 0) await this.#analytics.insertNative('events', encoded.block);
          if (most > 0) await place.settle(encoded.rows);
          return encoded;
        },
      }),
    );
  }

  /** How many events have a sequence in `(after, upTo]`. */
  countEvents(after: number, upTo: number): Promise<number> {
    return readNumber(this.#analytics, 'count()', { workspace: this.#workspace, after, upTo });
  }

  /** Which identities of these candidate hashes (pairs of halves) the journal already holds. */
  async findKnown(hashes: readonly (readonly [high: number, low: number])[]): Promise<Set<string>> {
    const known = new Set<string>();
    for (let start = 0; start < hashes.length; start += 10_000) {
      const slice = hashes.slice(start, start + 10_000).map(([high, low]) => hashText(high, low));
      const rows = await this.#analytics.query<{ source: string; id: string }>(
        `SELECT source, id FROM events
         WHERE workspace = {workspace:String} AND idHash IN (SELECT toUInt64(arrayJoin({hashes:Array(String)})))`,
        { workspace: this.#workspace, hashes: slice },
      );
      for (const row of rows) known.add(identityOf(row.source, row.id));
    }
    return known;
  }

  /** The hashes of identities with a sequence above `after`, as little-endian 64-bit integers. */
  async readHashes(after: number): Promise<Uint8Array> {
    return this.#analytics.queryBytes(
      'SELECT idHash FROM events WHERE workspace = {workspace:String} AND seq > {after:UInt64}',
      { workspace: this.#workspace, after },
      'RowBinary',
    );
  }
}

async function readNumber(
  analytics: Analytics,
  expression: 'count()' | 'max(seq)',
  params: { readonly workspace: string; readonly after: number; readonly upTo: number },
): Promise<number> {
  const [row] = await analytics.query<{ n: number }>(
    `SELECT ${expression} AS n FROM events
     WHERE workspace = {workspace:String} AND seq > {after:UInt64} AND seq <= {upTo:UInt64}`,
    params,
  );
  return row?.n ?? 0;
}
