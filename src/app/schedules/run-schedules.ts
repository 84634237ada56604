import { listPendingRuns } from '#records/schedules/schedule-runs.ts';
import type { App } from '../app.ts';
import { planRuns } from './plan-runs.ts';
import type { Post } from './post.ts';
import { sendRun } from './send-run.ts';

/** Plans what is due in a workspace and sends it. One run that fails does not keep the others from it. */
export async function runSchedules(app: App, post: Post): Promise<void> {
  await planRuns(app);
  let failure: unknown = null;
  for (const { id } of await listPendingRuns(app.records, app.workspace, new Date(app.now()))) {
    try {
      await sendRun(app, post, id);
    } catch (error) {
      failure = error;
    }
  }
  if (failure) throw failure;
}
