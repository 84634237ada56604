import { join } from 'node:path';
import { openAnalytics } from '#analytics/client.ts';
import { migrateAnalytics } from '#analytics/migrate.ts';
import { VigieError } from '#domain/error.ts';
import { openRecords } from '#records/client.ts';
import { migrateRecords } from '#records/migrate.ts';
import { ensureWorkspace, forgetFolds, listWorkspaceIds } from '#records/workspaces.ts';
import type { Settings } from '#settings';
import type { App } from './app.ts';
import { claimWithPatience } from './claim-with-patience.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import type { Installation } from './installation.ts';
import { openKeys } from './keys.ts';
import { openWorkspace } from './open-workspace.ts';
import { WorkerPool } from './workers/worker-pool.ts';

/** The workspace that every installation has. */
export const firstWorkspace = 'default';

/** What an operator may want to hear while the stores open. */
export type OpeningStep = 'records' | 'analytics' | 'folding' | 'ready';

export type Places = Pick<Settings, 'dataFolder' | 'databaseUrl' | 'clickhouseUrl' | 'workers'> &
  Partial<Pick<Settings, 'secret'>> & {
    /** The wall clock, where it is not that of the machine. */
    readonly now?: () => number;
  };

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
  const keys = openKeys(dataFolder, settings.secret ?? null);
  const { records, analytics } = await openStores(settings, onStep);
  const pool = new WorkerPool(settings.workers ?? undefined);
  const opened = new Map<string, Promise<App>>();
  const installation: Installation = {
    dataFolder,
    records,
    analytics,
    pool,
    keys,
    lock,
    now: settings.now ?? (() => Date.now()),
    workspace(id) {
      const app = opened.get(id) ?? openWorkspace(installation, id);
      opened.set(id, app);
      app.catch(() => opened.delete(id));
      return app;
    },
    workspaceIds: () => listWorkspaceIds(records.everywhere),
    async close() {
      for (const app of opened.values()) await app.then(({ folds }) => folds.close()).catch(() => undefined);
      await pool.close();
      await analytics.close();
      await records.close();
      await lock.release();
    },
  };
  onStep('folding');
  for (const id of await installation.workspaceIds()) await installation.workspace(id);
  onStep('ready');
  return installation;
}

/** Opens both stores, their tables up to date. One process at a time does so. */
async function openStores(settings: Places, onStep: (step: OpeningStep) => void) {
  const { dataFolder, databaseUrl, clickhouseUrl } = settings;
  onStep('records');
  const records = await openRecords(databaseUrl ? { url: databaseUrl } : { path: join(dataFolder, 'records') });
  try {
    // Freed with the session, when this process ends.
    const alone = clickhouseUrl !== null || (await records.locks.claim('embedded figures')) !== null;
    if (!alone) throw new VigieError('data.half-shared');
    const opening = await claimWithPatience(records.locks, 'opening');
    await migrateRecords(records.everywhere);
    await ensureWorkspace(records.everywhere, { id: firstWorkspace, timeZone: 'UTC' });
    onStep('analytics');
    const analytics = await openAnalytics(
      clickhouseUrl ? { url: clickhouseUrl } : { path: join(dataFolder, 'analytics') },
    );
    const { factsLost } = await migrateAnalytics(analytics);
    if (factsLost) await forgetFolds(records.everywhere);
    await opening.release();
    return { records, analytics };
  } catch (error) {
    await records.close();
    throw error;
  }
}
