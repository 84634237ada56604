import { findLateEvents } from '#app/numbering/find-late-events.ts';
import { eachWorkspace, type RegularJob } from '../job.ts';

/** Folds what a process that died has left, what arrived late, and what new rules made stale. */
export const foldPending: RegularJob = {
  id: 'fold-pending',
  every: 'minute',
  run: (installation) =>
    eachWorkspace(installation, async (app) => {
      await findLateEvents(app);
      await app.folds.foldUnlessElsewhere();
    }),
};
