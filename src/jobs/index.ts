import type { Job } from './job.ts';
import { foldPending } from './jobs/fold-pending.ts';
import { markAbandonedImports } from './jobs/mark-abandoned-imports.ts';

/** Every job of Vigie. The id of a job is the name of its queue. */
export const jobs: readonly Job[] = [foldPending, markAbandonedImports];
