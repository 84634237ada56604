import type { Analytics } from '#analytics/client.ts';
import { hashText } from '#analytics/native/identity-hash.ts';

/** The identity of an event in a workspace. */
export function identityOf(source: string, id: string): string {
  return `${source}\0${id}`;
}

/**
 * The journal of one workspace: it numbers events in their order of arrival, and one writer at a time appends, so that
 * everything up to `lastSeq` is durable.
 */
export class Journal {
  readonly #analytics: Analytics;
  readonly #workspace: string;
  #lastSeq: number;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(analytics: Analytics, workspace: string, lastSeq: number) {
    this.#analytics = analytics;
    this.#workspace = workspace;
    this.#lastSeq = lastSeq;
  }

  /** `folded` is the highest sequence ever folded: events may have been removed since, and no sequence is used twice. */
  static async open(analytics: Analytics, workspace: string, folded = 0): Promise<Journal> {
    const [row] = await analytics.query<{ last: number }>(
      'SELECT max(seq) AS last FROM events WHERE workspace = {workspace:String}',
      { workspace },
    );
    return new Journal(analytics, workspace, Math.max(row?.last ?? 0, folded));
  }

  /** Every event up to this sequence is durable. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** Runs one writer at a time, in the order of the calls. */
  exclusive<T>(write: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(write);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** Appends a block whose rows are numbered from `lastSeq + 1`; durable once resolved. Only inside `exclusive`. */
  async append(block: Uint8Array, rows: number): Promise<void> {
    if (rows === 0) return;
    await this.#analytics.insertNative('events', block);
    this.#lastSeq += rows;
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

  /** All hashes of identities held, as little-endian 64-bit integers. */
  async readHashes(): Promise<Uint8Array> {
    return this.#analytics.queryBytes(
      'SELECT idHash FROM events WHERE workspace = {workspace:String}',
      { workspace: this.#workspace },
      'RowBinary',
    );
  }
}
