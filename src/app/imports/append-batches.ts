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
  readonly #seen: HashSet;

  private constructor(app: App, seen: HashSet) {
    this.#app = app;
    this.#seen = seen;
  }

  static async open(app: App): Promise<BatchAppender> {
    const hashes = await app.journal.readHashes();
    const seen = new HashSet(hashes.length / 8);
    seen.addAll(hashes);
    return new BatchAppender(app, seen);
  }

  /** Encodes the batch that `worker` holds and makes it durable; the worker is free again once `onEncoded` is called. */
  append(worker: WorkerHandle, batch: ParsedBatch, onEncoded: () => void): Promise<Appended> {
    const { journal, workspace } = this.#app;
    return journal.exclusive(async () => {
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
      const firstSeq = journal.lastSeq + 1;
      const encoded = await worker.call('encode', { workspace, firstSeq, suspects, known });
      onEncoded();
      await journal.append(encoded.block, encoded.rows);
      return { accepted: encoded.rows, duplicates: encoded.duplicates };
    });
  }
}
