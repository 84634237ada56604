import { type Analytics, openAnalytics } from '#analytics/client.ts';
import { migrateAnalytics } from '#analytics/migrate.ts';
import { VigieError } from '#domain/error.ts';
import { openRecords, type RecordsStore } from '#records/client.ts';
import { forgetFolds } from '#records/nodes/folds.ts';
import { ensureWorkspace, listWorkspaceIds } from '#records/workspaces.ts';
import type { Settings } from '#settings';
import type { App } from './app.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import type { Installation } from './installation.ts';
import { type Keys, openKeys } from './keys.ts';
import { Bell } from './live/bell.ts';
import { openWorkspace } from './open-workspace.ts';
import { settleRestore } from './restore/settle-restore.ts';
import { placeOfAnalytics } from './stores/store-places.ts';
import { claimWithPatience, openingName } from './turns/claim-with-patience.ts';
import { Turn } from './turns/turn.ts';
import { openUpgradedRecords } from './upgrade/open-upgraded-records.ts';
import { WorkerPool } from './workers/worker-pool.ts';

interface Stores {
  readonly records: RecordsStore;
  readonly analytics: Analytics;
}

/** The workspace that every installation has. */
export const firstWorkspace = 'default';

/** What an operator may want to hear while the stores open. */
export type OpeningStep = 'records' | 'upgrading' | 'analytics' | 'folding' | 'ready';

export type Places = Pick<Settings, 'dataFolder' | 'databaseUrl' | 'clickhouseUrl' | 'workers'> &
  Partial<Pick<Settings, 'secret' | 'clickhouseCluster'>> & {
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
  const { records, analytics } = await openStores(settings, keys, onStep);
  const pool = new WorkerPool(settings.workers ?? undefined);
  const opened = new Map<string, Promise<App>>();
  const installation: Installation = {
    dataFolder,
    records,
    analytics,
    pool,
    keys,
    rewrites: new Turn(records.locks, 'rewrites'),
    bell: new Bell(),
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
      await installation.rewrites.settled();
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

/** Opens both stores, their tables up to date. Of processes that share them, one at a time does so. */
async function openStores(settings: Places, keys: Keys, onStep: (step: OpeningStep) => void): Promise<Stores> {
  const { databaseUrl, clickhouseUrl } = settings;
  if (databaseUrl === null) return openInTurn();
  const gate = await openRecords({ url: databaseUrl });
  try {
    await claimWithPatience(gate.locks, openingName);
    return await openInTurn();
  } finally {
    await gate.close();
  }

  async function openInTurn(): Promise<Stores> {
    onStep('records');
    await settleRestore(settings);
    const records = await openUpgradedRecords(settings, keys, () => onStep('upgrading'));
    try {
      // Freed with the session, when this process ends.
      const alone = clickhouseUrl !== null || (await records.locks.claim('embedded figures')) !== null;
      if (!alone) throw new VigieError('data.half-shared');
      await ensureWorkspace(records.everywhere, { id: firstWorkspace, timeZone: 'UTC' });
      onStep('analytics');
      const analytics = await openAnalytics(placeOfAnalytics(settings));
      await migrateAnalytics(analytics, () => forgetFolds(records.everywhere));
      return { records, analytics };
    } catch (error) {
      await records.close();
      throw error;
    }
  }
}
