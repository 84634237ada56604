import { bindWorkspace } from '#analytics/bind-workspace.ts';
import { VigieError } from '#domain/error.ts';
import { markInterruptedImports } from '#records/imports.ts';
import { findWorkspace } from '#records/workspaces.ts';
import type { App } from './app.ts';
import { FoldQueue } from './fold-queue.ts';
import type { Installation } from './installation.ts';
import { Journal } from './journal.ts';
import { resumeErasures } from './privacy/run-erasures.ts';

/** Opens a workspace and brings its facts up to its journal. Throws `workspace.unknown`. */
export async function openWorkspace(installation: Installation, id: string): Promise<App> {
  const { dataFolder, pool, keys, rewrites, now } = installation;
  const records = installation.records.inWorkspace(id);
  const workspace = await findWorkspace(records, id);
  if (workspace === null) throw new VigieError('workspace.unknown', { id: id.slice(0, 100) });
  await markInterruptedImports(records, id);
  const analytics = bindWorkspace(installation.analytics, id);
  const journal = await Journal.open(analytics, id, workspace.foldedSeq);
  const folds = new FoldQueue({ workspace: id, records, analytics, journal, pool });
  const app: App = {
    ...{ workspace: id, dataFolder, pool, keys, rewrites, now, records, analytics, journal, folds },
    narrowedTo: (audience) => ({ ...app, analytics: bindWorkspace(installation.analytics, id, audience) }),
  };
  // First, so that no fact is made of a journal half rewritten.
  await resumeErasures(app, installation.records.everywhere);
  await folds.foldPending();
  return app;
}
