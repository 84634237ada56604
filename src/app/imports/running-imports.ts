import type { ImportView } from '#contract/schemas/data-in/import.ts';
import { startImport } from '#records/imports.ts';
import type { App } from '../app.ts';

const startedOf = new WeakMap<App, Map<string, Promise<void>>>();

export interface BackgroundImport {
  readonly importId: string;
  readonly name: string;
  readonly source: string;
  readonly totalBytes: number | null;
  readonly sample?: string;
  readonly work: () => Promise<unknown>;
  /** Told of a failure once; the import's own record says it too. */
  readonly onFailure: (error: unknown) => void;
}

/** Runs an import that nobody waits for. Its record is written first, so that any process answers for it. */
export async function runInBackground(app: App, request: BackgroundImport): Promise<ImportView> {
  const { importId: id, name, source, totalBytes, sample = null } = request;
  const startedAt = new Date(app.now());
  const { records, workspace } = app;
  await startImport(records, { workspace, id, name, source, bytesTotal: totalBytes, startedAt });
  const counts = { bytes: 0, totalBytes, events: 0, accepted: 0, duplicates: 0, rejected: 0, tickets: 0 };
  const times = { ratePerSecond: null, secondsLeft: null, startedAt: startedAt.toISOString(), endedAt: null };
  const view: ImportView = { id, name, source, sample, state: 'reading', ...counts, ...times, error: null };
  const started = startedOf.get(app) ?? new Map<string, Promise<void>>();
  const work = request
    .work()
    .catch(request.onFailure)
    .then(() => void started.delete(id));
  startedOf.set(app, started.set(id, work));
  return view;
}

/** Resolves when no import runs in the background. */
export async function importsSettled(app: App): Promise<void> {
  const started = startedOf.get(app);
  while (started !== undefined && started.size > 0) await Promise.all(started.values());
}
