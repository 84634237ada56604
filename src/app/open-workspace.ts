import { bindWorkspace } from '#analytics/bind-workspace.ts';
import { VigieError } from '#domain/error.ts';
import { markInterruptedImports } from '#records/imports.ts';
import { findWorkspace } from '#records/workspaces.ts';
import type { App } from './app.ts';
import { FoldQueue } from './fold-queue.ts';
import type { Installation } from './installation.ts';
import { Journal } from './journal.ts';

/** Opens a workspace and brings its facts up to its journal. Throws `workspace.unknown`. */
export async function openWorkspace(installation: Installation, id: string): Promise<App> {
  const { dataFolder, pool, keys, now } = installation;
  const records = installation.records.inWorkspace(id);
  if ((await findWorkspace(records, id)) === null) throw new VigieError('workspace.unknown', { id: id.slice(0, 100) });
  await markInterruptedImports(records, id);
  const analytics = bindWorkspace(installation.analytics, id);
  const journal = await Journal.open(analytics, id);
  const folds = new FoldQueue({ workspace: id, records, analytics, journal, pool });
  await folds.foldPending();
  const app: App = {
    ...{ workspace: id, dataFolder, pool, keys, now, records, analytics, journal, folds },
    narrowedTo: (audience) => ({ ...app, analytics: bindWorkspace(installation.analytics, id, audience) }),
  };
  return app;
}
