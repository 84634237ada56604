import type { Analytics } from '#analytics/client.ts';
import type { Records } from '#records/client.ts';
import type { FoldQueue } from './fold-queue.ts';
import type { FolderLock } from './folder-lock.ts';
import type { Journal } from './journal.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

/** The open product: its stores, its threads and its one writer. Every use case takes it first. */
export interface App {
  /** The folder of everything embedded: stores, uploads, exports in the making. */
  readonly dataFolder: string;
  /** The one workspace for now; bound in every key and query. */
  readonly workspace: string;
  readonly records: Records;
  readonly analytics: Analytics;
  readonly journal: Journal;
  readonly folds: FoldQueue;
  readonly pool: WorkerPool;
  /** Holds the data folder; other processes call on it. */
  readonly lock: FolderLock;
  /** The wall clock, in epoch milliseconds: the only place where use cases read it. */
  now(): number;
  close(): Promise<void>;
}
