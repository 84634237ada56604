import { removeFacts } from '#analytics/migrate.ts';
import { forgetOpenClocks } from '#records/watch/open-clocks.ts';
import { updateWorkspace } from '#records/workspaces.ts';
import type { App } from './app.ts';
import type { FoldProgress, FoldReport } from './folds/fold-queue.ts';

/**
 * Derives every fact anew from the journal, which stays untouched. Interrupted, it is finished by the next start, since
 * the workspace forgets what was folded first.
 */
export async function rebuildFacts(app: App, onProgress?: (progress: FoldProgress) => void): Promise<FoldReport> {
  const forget = async () => {
    await updateWorkspace(app.records, app.workspace, { foldedSeq: 0 });
    await forgetOpenClocks(app.records, app.workspace);
    await removeFacts(app.analytics, app.workspace);
  };
  return app.folds.foldAnew(forget, onProgress ? { onProgress } : {});
}
