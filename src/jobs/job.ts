import type { App } from '#app/app.ts';
import type { Installation } from '#app/installation.ts';
import type { Post } from '#app/schedules/post.ts';

/** Work that a running server does by itself, once among all processes. To do it twice must be harmless. */
export type Job = RegularJob | DailyJob;

/** Looks after the whole installation again and again; one that fails is done again the next time. */
export interface RegularJob {
  readonly id: string;
  readonly every: 'minute' | 'hour';
  /** Without `post` nobody is written to. */
  run(installation: Installation, post?: Post): Promise<void>;
}

/**
 * Work on one workspace, once a day: at a full hour of its own zone, or as soon after as a server runs. One that fails is
 * tried again, later and later.
 */
export interface DailyJob {
  readonly id: string;
  readonly every: 'day';
  readonly hour: number;
  run(app: App, installation: Installation): Promise<void>;
}

/** Where jobs tell of failures that nobody expected. */
export interface JobLog {
  error(fields: object, text: string): void;
}

/** Does something with each workspace. A failure does not keep the others from it; the last one is thrown at the end. */
export async function eachWorkspace(installation: Installation, work: (app: App) => Promise<void>): Promise<void> {
  let failure: unknown = null;
  for (const id of await installation.workspaceIds()) {
    try {
      await work(await installation.workspace(id));
    } catch (error) {
      failure = error;
    }
  }
  if (failure) throw failure;
}
