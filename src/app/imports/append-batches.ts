import type { App } from '../app.ts';
import type { ParsedBatch } from '../workers/tasks.ts';
import type { WorkerHandle } from '../workers/worker-pool.ts';
import { HashSet } from './hash-set.ts';

export interface Appended {
  readonly accepted: number;
  readonly duplicates: number;
}

/**
 * Appends batches that threads have parsed to the journal. A hash seen before only makes an event a suspect: whether it is
 * a duplicate is decided on identities, against what is durable.
 */
export class BatchAppender {
  readonly #app: App;
  readonly #seen = new HashSet();
  /** The hashes of all events up to this sequence are known. */
  #seenUpTo = 0;

  constructor(app: App) {
    this.#app = app;
  }

  /** Encodes the batch that `worker` holds and makes it durable; the worker is free again once `onEncoded` is called. */
  append(worker: WorkerHandle, batch: ParsedBatch, onEncoded: () => void): Promise<Appended> {
    const { journal, workspace } = this.#app;
    return journal.write(async (turn) => {
      await this.#learn(turn.lastSeq);
      const suspects: number[] = [];
      const hashes: [number, number][] = [];
      for (let index = 0; index < batch.count; index++) {
        const high = batch.hashes[index * 2] as number;
        const low = batch.hashes[index * 2 + 1] as number;
        if (!this.#seen.add(high, low)) continue;
        suspects.push(index);
        hashes.push([high, low]);
      }
      const known = suspects.length > 0 ? await journal.findKnown(hashes) : new Set<string>();
      const encoded = await turn.append(batch.count, async (firstSeq) => {
        const made = await worker.call('encode', { workspace, firstSeq, suspects, known });
        onEncoded();
        return made;
      });
      this.#seenUpTo = turn.lastSeq;
      return { accepted: encoded.rows, duplicates: encoded.duplicates };
    });
  }

  /** What other writers have appended since the last batch: other imports, the API, other processes. */
  async #learn(lastSeq: number): Promise<void> {
    if (lastSeq === this.#seenUpTo) return;
    const hashes = await this.#app.journal.readHashes(this.#seenUpTo);
    this.#seen.reserve(hashes.length / 8);
    this.#seen.addAll(hashes);
    this.#seenUpTo = lastSeq;
  }
}
