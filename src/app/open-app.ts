import { join } from 'node:path';
import { openAnalytics } from '#analytics/client.ts';
import { migrateAnalytics } from '#analytics/migrate.ts';
import { openRecords } from '#records/client.ts';
import { markInterruptedImports } from '#records/imports.ts';
import { migrateRecords } from '#records/migrate.ts';
import { ensureWorkspace, updateWorkspace } from '#records/workspaces.ts';
import type { Settings } from '#settings';
import type { App } from './app.ts';
import { FoldQueue } from './fold-queue.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { Journal } from './journal.ts';
import { WorkerPool } from './workers/worker-pool.ts';

const WORKSPACE = 'default';

/** What an operator may want to hear while the stores open. */
export type OpeningStep = 'records' | 'analytics' | 'folding' | 'ready';

type Places = Pick<Settings, 'dataFolder' | 'databaseUrl' | 'clickhouseUrl' | 'workers'>;

/**
 * Opens the stores of a data folder and holds it. What was journalled and not folded when the last process ended is
 * folded before it resolves.
 */
export async function openApp(settings: Places, onStep: (step: OpeningStep) => void = () => {}): Promise<App> {
  const lock = await lockFolder(settings.dataFolder);
  try {
    return await openHeld(settings, lock, onStep);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openHeld(settings: Places, lock: FolderLock, onStep: (step: OpeningStep) => void): Promise<App> {
  const { dataFolder, databaseUrl, clickhouseUrl } = settings;
  onStep('records');
  const records = await openRecords(databaseUrl ? { url: databaseUrl } : { path: join(dataFolder, 'records') });
  await migrateRecords(records);
  await ensureWorkspace(records, WORKSPACE, 'UTC');
  await markInterruptedImports(records, WORKSPACE);
  onStep('analytics');
  const analytics = await openAnalytics(
    clickhouseUrl ? { url: clickhouseUrl } : { path: join(dataFolder, 'analytics') },
  );
  const { factsLost } = await migrateAnalytics(analytics);
  if (factsLost) await updateWorkspace(records, WORKSPACE, { foldedSeq: 0 });
  const journal = await Journal.open(analytics, WORKSPACE);
  const pool = new WorkerPool(settings.workers ?? undefined);
  const folds = new FoldQueue({ workspace: WORKSPACE, records, analytics, journal, pool });
  onStep('folding');
  await folds.foldPending();
  onStep('ready');
  return {
    dataFolder,
    workspace: WORKSPACE,
    records,
    analytics,
    journal,
    folds,
    pool,
    lock,
    now: () => Date.now(),
    async close() {
      await folds.settled().catch(() => undefined);
      await pool.close();
      await analytics.close();
      await records.destroy();
      await lock.release();
    },
  };
}
