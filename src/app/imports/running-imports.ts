import type { ImportView } from '#contract/schemas/import.ts';
import type { App } from '../app.ts';

interface Started {
  readonly view: ImportView;
  readonly work: Promise<void>;
}

const startedOf = new WeakMap<App, Map<string, Started>>();

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

/** Runs an import that nobody waits for; it can be found from this instant on, before its record is written. */
export function runInBackground(app: App, request: BackgroundImport): ImportView {
  const { importId: id, name, source, totalBytes, sample = null } = request;
  const counts = { bytes: 0, totalBytes, events: 0, accepted: 0, duplicates: 0, rejected: 0, tickets: 0 };
  const times = { ratePerSecond: null, secondsLeft: null, startedAt: new Date(app.now()).toISOString(), endedAt: null };
  const view: ImportView = { id, name, source, sample, state: 'reading', ...counts, ...times, error: null };
  const started = startedOf.get(app) ?? new Map<string, Started>();
  const work = request
    .work()
    .catch(request.onFailure)
    .then(() => void started.delete(id));
  startedOf.set(app, started.set(id, { view, work }));
  return view;
}

/** An import that was just started here and may have no record yet; null when there is none. */
export function findStarted(app: App, importId: string): ImportView | null {
  return startedOf.get(app)?.get(importId)?.view ?? null;
}

/** Resolves when no import runs in the background. */
export async function importsSettled(app: App): Promise<void> {
  const started = startedOf.get(app);
  while (started !== undefined && started.size > 0) await Promise.all([...started.values()].map(({ work }) => work));
}
