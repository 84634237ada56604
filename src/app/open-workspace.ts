import { bindWorkspace } from '#analytics/bind-workspace.ts';
import { VigieError } from '#domain/error.ts';
import { findWorkspace } from '#records/workspaces.ts';
import type { App } from './app.ts';
import { FoldQueue } from './folds/fold-queue.ts';
import { markAbandonedImports } from './imports/mark-abandoned-imports.ts';
import type { Installation } from './installation.ts';
import { Intake } from './intake/intake.ts';
import { Journal } from './journal.ts';
import { resumeErasures } from './privacy/run-erasures.ts';

/** Opens a workspace and brings its facts up to its journal, unless another process does. Throws `workspace.unknown`. */
export async function openWorkspace(installation: Installation, id: string): Promise<App> {
  const { dataFolder, pool, keys, rewrites, bell, now } = installation;
  const { locks } = installation.records;
  const records = installation.records.inWorkspace(id);
  if ((await findWorkspace(records, id)) === null) throw new VigieError('workspace.unknown', { id: id.slice(0, 100) });
  const analytics = bindWorkspace(installation.analytics, id);
  const places = { workspace: id, records, analytics, locks, pool };
  const journal = await Journal.open(places);
  const folds = new FoldQueue({ ...places, journal, bell, now });
  const app: App = {
    ...{ ...places, dataFolder, keys, rewrites, bell, now, journal, folds, intake: new Intake(journal, id) },
    narrowedTo: (audience) => ({ ...app, analytics: bindWorkspace(installation.analytics, id, audience) }),
  };
  await markAbandonedImports(app);
  // First, so that no fact is made of a journal half rewritten; one that fails is tried again by a job.
  await resumeErasures(app, installation.records.everywhere).catch(() => undefined);
  await folds.foldUnlessElsewhere();
  return app;
}
