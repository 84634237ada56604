import { createReadStream } from 'node:fs';
import { reject } from '#connectors/file/batch.ts';
import { cutLines, type LineSlice } from '#connectors/file/cut-lines.ts';
import { openNdjson } from '#connectors/open-file.ts';
import { VigieError } from '#domain/error.ts';
import type { ParsedBatch, ReadRequest } from '../workers/tasks.ts';
import type { WorkerHandle, WorkerPool } from '../workers/worker-pool.ts';

/** Takes a batch that `worker` has parsed and holds; calls `onEncoded` once the worker holds it no longer. */
export type BatchSink = (worker: WorkerHandle, batch: ParsedBatch, onEncoded: () => void) => Promise<void>;

/** Bytes a slice of NDJSON: some 20,000 events. */
const SLICE_BYTES = 4 * 1024 * 1024;

/** Reads a whole source batch by batch. Events, a line each, are parsed by all threads; a table by one. */
export async function readBatches(pool: WorkerPool, read: ReadRequest, sink: BatchSink): Promise<void> {
  if (read.kind === 'file') {
    const stream = createReadStream(read.path, { highWaterMark: 1024 * 1024 });
    const events = await openNdjson({ name: read.name, stream });
    if (events) return readSlices(pool, read, events, sink);
    stream.destroy();
  }
  return readInOrder(pool, read, sink);
}

async function readInOrder(pool: WorkerPool, read: ReadRequest, sink: BatchSink): Promise<void> {
  await pool.use(async (worker) => {
    await worker.call('open', read);
    let stored: Promise<void> = Promise.resolve();
    for (;;) {
      const batch = await worker.call('next', null);
      // One batch is in the making and one on its way to the journal, never more: memory stays bounded.
      await stored;
      stored = (await hand(worker, batch, sink)).stored;
      stored.catch(() => undefined);
      if (batch.done) break;
    }
    await stored;
  });
}

interface NdjsonFile {
  readonly bytes: AsyncIterable<Uint8Array>;
  bytesRead(): number;
}

async function readSlices(pool: WorkerPool, read: ReadRequest & { kind: 'file' }, file: NdjsonFile, sink: BatchSink) {
  const under = new Set<Promise<void>>();
  let failure: unknown = null;
  let lines = 0;
  for await (const slice of cutLines(file.bytes, SLICE_BYTES)) {
    if (failure) break;
    lines += slice.lines + (slice.bytes.length > 0 ? 1 : 0);
    const bytesRead = file.bytesRead();
    const worker = await pool.acquire();
    const one = readSlice(pool, worker, { slice, source: read.source, bytesRead }, sink).catch((error: unknown) => {
      failure ??= error;
    });
    under.add(one);
    one.finally(() => under.delete(one));
    // Encoded batches wait for the journal: two a thread at most.
    if (under.size >= pool.size * 2) await Promise.race(under);
  }
  await Promise.all(under);
  if (failure) throw failure;
  if (lines === 0) throw new VigieError('import.no-rows', { file: read.name });
}

interface SliceWork {
  readonly slice: LineSlice;
  readonly source: string;
  readonly bytesRead: number;
}

async function readSlice(pool: WorkerPool, worker: WorkerHandle, work: SliceWork, sink: BatchSink): Promise<void> {
  let released = false;
  const release = () => {
    if (!released) pool.release(worker);
    released = true;
  };
  try {
    const { bytes, firstLine, lines, refused } = work.slice;
    const batch = await worker.call('parse', { bytes, firstLine, source: work.source });
    const overlong =
      refused === null
        ? []
        : [reject('import.line-too-long', { line: firstLine + lines, raw: refused }, { limit: '1 MiB' })];
    await sink(worker, { ...batch, rejected: [...batch.rejected, ...overlong], bytesRead: work.bytesRead }, release);
  } finally {
    release();
  }
}

/** Resolves when the worker is free for its next batch; `stored` resolves when this one is durable. */
function hand(worker: WorkerHandle, batch: ParsedBatch, sink: BatchSink): Promise<{ stored: Promise<void> }> {
  return new Promise((resolve, reject) => {
    const stored: Promise<void> = sink(worker, batch, () => resolve({ stored }));
    stored.catch(reject);
  });
}
