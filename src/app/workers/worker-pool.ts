import { availableParallelism } from 'node:os';
import { type Transferable, Worker } from 'node:worker_threads';
import { VigieError } from '#domain/error.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** One thread, lent to one caller at a time; what it holds between calls (an open file, a parsed batch) stays its own. */
export class WorkerHandle {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;

  constructor() {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      // Batches are short-lived and large: a wider nursery spares most of them from being copied.
      resourceLimits: { maxYoungGenerationSizeMb: 32 },
    });
    this.#worker.unref();
    this.#worker.on('message', (message: { call: number; result?: unknown; error?: unknown }) => {
      const waiting = this.#waiting.get(message.call);
      this.#waiting.delete(message.call);
      if (this.#waiting.size === 0) this.#worker.unref();
      if ('error' in message) waiting?.reject(reviveError(message.error));
      else waiting?.resolve(message.result);
    });
    this.#worker.on('error', (error) => {
      for (const waiting of this.#waiting.values()) waiting.reject(error);
      this.#waiting.clear();
    });
  }

  call<Name extends TaskName>(
    task: Name,
    input: TaskInput<Name>,
    transfer: readonly Transferable[] = [],
  ): Promise<TaskOutput<Name>> {
    const call = ++this.#calls;
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve: resolve as (value: unknown) => void, reject });
      this.#worker.postMessage({ call, task, input }, transfer);
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** A fixed number of threads for parsing and folding, started when first needed. */
export class WorkerPool {
  readonly size: number;
  readonly #idle: WorkerHandle[] = [];
  readonly #queue: ((handle: WorkerHandle) => void)[] = [];
  #started = 0;
  readonly #all: WorkerHandle[] = [];

  constructor(size: number = availableParallelism()) {
    this.size = size;
  }

  async acquire(): Promise<WorkerHandle> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#started < this.size) {
      this.#started++;
      const handle = new WorkerHandle();
      this.#all.push(handle);
      return handle;
    }
    return new Promise((resolve) => this.#queue.push(resolve));
  }

  release(handle: WorkerHandle): void {
    const next = this.#queue.shift();
    if (next) next(handle);
    else this.#idle.push(handle);
  }

  /** Lends a thread for the length of `work`. */
  async use<T>(work: (handle: WorkerHandle) => Promise<T>): Promise<T> {
    const handle = await this.acquire();
    try {
      return await work(handle);
    } finally {
      this.release(handle);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((handle) => handle.stop()));
  }
}

/** Errors of ours come out of a thread as plain objects. */
function reviveError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('vigie' in error)) return error;
  const { code, params, path } = error as unknown as VigieError;
  return new VigieError(code, params, path === undefined ? {} : { path });
}
