import type { Analytics } from '#analytics/client.ts';
import type { RecordsStore } from '#records/client.ts';
import type { App } from './app.ts';
import type { FolderLock } from './folder-lock.ts';
import type { Keys } from './keys.ts';
import type { Bell } from './live/bell.ts';
import type { Turn } from './turns/turn.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

/** The running product: its stores, its threads and its workspaces. */
export interface Installation {
  /** The folder of everything embedded: stores, uploads, exports in the making. */
  readonly dataFolder: string;
  readonly records: RecordsStore;
  /** Bound to no workspace: for the shape of the tables and for looking after the store. */
  readonly analytics: Analytics;
  readonly pool: WorkerPool;
  readonly keys: Keys;
  /** Taken by what rewrites a journal, and by what must read one that is not rewritten meanwhile. */
  readonly rewrites: Turn;
  /** Rung when something new is to be looked at in this process: facts, open clocks, messages to send. */
  readonly bell: Bell;
  /** Holds the data folder; other processes call on it. */
  readonly lock: FolderLock;
  /** The wall clock, in epoch milliseconds: the only place where use cases read it. */
  now(): number;
  /** A workspace, opened at its first use. Throws `workspace.unknown`. */
  workspace(id: string): Promise<App>;
  /** The ids of all workspaces, the oldest first. */
  workspaceIds(): Promise<string[]>;
  close(): Promise<void>;
}
