import type { ParsedBatch, ReadRequest } from './workers/tasks.ts';
import type { WorkerHandle, WorkerPool } from './workers/worker-pool.ts';

/** Takes a batch that `worker` has parsed and holds; calls `onEncoded` once the worker holds it no longer. */
export type BatchSink = (worker: WorkerHandle, batch: ParsedBatch, onEncoded: () => void) => Promise<void>;

/** Reads a whole source batch by batch: while one is made durable, the next is parsed. */
export async function readBatches(pool: WorkerPool, read: ReadRequest, sink: BatchSink): Promise<void> {
  await pool.use(async (worker) => {
    await worker.call('open', read);
    let stored: Promise<void> = Promise.resolve();
    for (;;) {
      const batch = await worker.call('next', null);
      // One batch is in the making and one on its way to the journal, never more: memory stays bounded.
      await stored;
      const taken = await hand(worker, batch, sink);
      stored = taken.stored;
      stored.catch(() => undefined);
      if (batch.done) break;
    }
    await stored;
  });
}

/** Resolves when the worker is free for its next batch; `stored` resolves when this one is durable. */
function hand(worker: WorkerHandle, batch: ParsedBatch, sink: BatchSink): Promise<{ stored: Promise<void> }> {
  return new Promise((resolve, reject) => {
    const stored: Promise<void> = sink(worker, batch, () => resolve({ stored }));
    stored.catch(reject);
  });
}
