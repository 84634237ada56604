import { openAnalytics } from '#analytics/client.ts';
import { migrateAnalytics } from '#analytics/migrate.ts';
import { ensureWorkspace, forgetFolds, listWorkspaceIds } from '#records/workspaces.ts';
import type { Settings } from '#settings';
import type { App } from './app.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import type { Installation } from './installation.ts';
import { openKeys } from './keys.ts';
import { openWorkspace } from './open-workspace.ts';
import { settleRestore } from './restore/settle-restore.ts';
import { placeOfAnalytics } from './store-places.ts';
import { Turn } from './turn.ts';
import { openUpgradedRecords } from './upgrade/open-upgraded-records.ts';
import { WorkerPool } from './workers/worker-pool.ts';

/** The workspace that every installation has. */
export const firstWorkspace = 'default';

/** What an operator may want to hear while the stores open. */
export type OpeningStep = 'records' | 'upgrading' | 'analytics' | 'folding' | 'ready';

export type Places = Pick<Settings, 'dataFolder' | 'databaseUrl' | 'clickhouseUrl' | 'workers'> &
  Partial<Pick<Settings, 'secret' | 'clickhouseCluster'>>;

/**
 * Opens the stores of a data folder and holds it. What was journalled and not folded when the last process ended is
 * folded before it resolves.
 */
export async function openInstallation(
  settings: Places,
  onStep: (step: OpeningStep) => void = () => {},
): Promise<Installation> {
  const lock = await lockFolder(settings.dataFolder);
  try {
    return await openHeld(settings, lock, onStep);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openHeld(
  settings: Places,
  lock: FolderLock,
  onStep: (step: OpeningStep) => void,
): Promise<Installation> {
  const { dataFolder } = settings;
  await settleRestore(settings);
  const keys = openKeys(dataFolder, settings.secret ?? null);
  onStep('records');
  const records = await openUpgradedRecords(settings, keys, () => onStep('upgrading'));
  await ensureWorkspace(records.everywhere, { id: firstWorkspace, timeZone: 'UTC' });
  onStep('analytics');
  const analytics = await openAnalytics(placeOfAnalytics(settings));
  await migrateAnalytics(analytics, () => forgetFolds(records.everywhere));
  const pool = new WorkerPool(settings.workers ?? undefined);
  const opened = new Map<string, Promise<App>>();
  const installation: Installation = {
    dataFolder,
    records,
    analytics,
    pool,
    keys,
    rewrites: new Turn(),
    lock,
    now: () => Date.now(),
    workspace(id) {
      const app = opened.get(id) ?? openWorkspace(installation, id);
      opened.set(id, app);
      app.catch(() => opened.delete(id));
      return app;
    },
    async close() {
      await installation.rewrites.run(async () => undefined);
      for (const app of opened.values()) await app.then(({ folds }) => folds.settled()).catch(() => undefined);
      await pool.close();
      await analytics.close();
      await records.close();
      await lock.release();
    },
  };
  onStep('folding');
  for (const id of await listWorkspaceIds(records.everywhere)) await installation.workspace(id);
  onStep('ready');
  return installation;
}
