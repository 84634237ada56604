import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bindWorkspace } from '#analytics/bind-workspace.ts';
import { type Analytics, openAnalytics } from '#analytics/client.ts';
import { migrateAnalytics } from '#analytics/migrate.ts';
import { openRecords, type RecordsStore } from '#records/client.ts';
import { makeSchema } from '#records/schemas.ts';
import { listWorkspaceIds } from '#records/workspaces.ts';
import type { VerifiedBackup } from '../backup/verify-backup.ts';
import { FoldQueue } from '../folds/fold-queue.ts';
import { Journal } from '../journal.ts';
import { secretFile } from '../keys.ts';
import { Bell } from '../live/bell.ts';
import type { Places } from '../open-installation.ts';
import { placeOfAnalytics, placeOfRecords } from '../stores/store-places.ts';
import { WorkerPool } from '../workers/worker-pool.ts';
import { loadJournals } from './load-journals.ts';
import { loadRecords } from './load-records.ts';
import { besidePlaces, type RestorePlan } from './plan.ts';
import { readParts } from './read-parts.ts';

/** What a restore is at: rows of the records and events of the journals, then subjects of the figures. */
export type RestoreProgress = (step: 'loading' | 'folding', done: number, total: number) => void;

/** What was built. `subjects` are the tickets and others that were folded, `failed` those whose fold failed. */
export interface Built {
  readonly rows: number;
  readonly events: number;
  readonly subjects: number;
  readonly failed: number;
  readonly foldSeconds: number;
}

/** Builds the stores of a back-up beside those in use, facts included: folding them anew is what proves them. */
export async function buildBeside(
  places: Places,
  plan: RestorePlan,
  file: string,
  backup: VerifiedBackup,
  onProgress: RestoreProgress,
): Promise<Built> {
  const beside = besidePlaces(places, plan);
  await mkdir(beside.dataFolder, { recursive: true, mode: 0o700 });
  for await (const { content } of readParts(file, backup, secretFile)) {
    await writeFile(join(beside.dataFolder, secretFile), content, { mode: 0o600, flush: true });
  }
  const total = backup.parts.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  const onRows = (rows: number) => {
    done += rows;
    onProgress('loading', done, total);
  };
  if (plan.schema !== null) await makeSchemaBeside(places, plan.schema);
  const records = await openRecords(placeOfRecords(beside));
  try {
    const rows = await loadRecords(records, file, backup, onRows);
    const none = { events: 0, subjects: 0, failed: 0, foldSeconds: 0 };
    if (backup.manifest.journals === null) return { rows, ...none };
    return { rows, ...(await buildFigures(beside, records, file, backup, onRows, onProgress)) };
  } finally {
    await records.close();
  }
}

async function makeSchemaBeside(places: Places, schema: string): Promise<void> {
  const store = await openRecords(placeOfRecords(places));
  await makeSchema(store, schema).finally(() => store.close());
}

async function buildFigures(
  beside: Places,
  records: RecordsStore,
  file: string,
  backup: VerifiedBackup,
  onRows: (rows: number) => void,
  onProgress: RestoreProgress,
): Promise<Omit<Built, 'rows'>> {
  const analytics = await openAnalytics(placeOfAnalytics(beside));
  const pool = new WorkerPool(beside.workers ?? undefined);
  try {
    await migrateAnalytics(analytics);
    const events = await loadJournals(analytics, file, backup, onRows);
    return { events, ...(await foldAll(records, analytics, pool, onProgress)) };
  } finally {
    await pool.close();
    await analytics.close();
  }
}

async function foldAll(
  records: RecordsStore,
  everywhere: Analytics,
  pool: WorkerPool,
  onProgress: RestoreProgress,
): Promise<Omit<Built, 'rows' | 'events'>> {
  const started = performance.now();
  let subjects = 0;
  let failed = 0;
  for (const workspace of await listWorkspaceIds(records.everywhere)) {
    const analytics = bindWorkspace(everywhere, workspace);
    const { locks } = records;
    const places = { workspace, records: records.inWorkspace(workspace), analytics, locks };
    const journal = await Journal.open(places);
    const folds = new FoldQueue({ ...places, journal, pool, bell: new Bell(), now: () => Date.now() });
    const report = await folds.foldPending({
      onProgress: ({ folded, total }) => onProgress('folding', folded, total),
    });
    subjects += report.keys;
    failed += report.failed.length;
  }
  return { subjects, failed, foldSeconds: (performance.now() - started) / 1000 };
}
