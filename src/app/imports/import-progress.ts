import type { ImportState } from '#records/tables.ts';
import type { App } from '../app.ts';

/** How an import stands. `rate` is events a second since its beginning; `secondsLeft` is null until it can be told. */
export interface ImportProgress {
  readonly importId: string;
  readonly state: ImportState;
  readonly bytesRead: number;
  readonly bytesTotal: number | null;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Tickets folded so far and to fold, once all is read. */
  readonly folded: number;
  readonly toFold: number;
  readonly rate: number;
  readonly secondsLeft: number | null;
}

/** Counts of one import as it runs; `report` passes them on, at most ten times a second. */
export class ImportMeter {
  state: ImportState = 'reading';
  bytesRead = 0;
  accepted = 0;
  duplicates = 0;
  rejected = 0;
  folded = 0;
  toFold = 0;
  readonly importId: string;
  readonly bytesTotal: number | null;
  readonly #startedAt = performance.now();
  #foldingAt = 0;
  #reportedAt = Number.NEGATIVE_INFINITY;
  readonly #onProgress: (progress: ImportProgress) => void;

  constructor(importId: string, bytesTotal: number | null, onProgress: (progress: ImportProgress) => void) {
    this.importId = importId;
    this.bytesTotal = bytesTotal;
    this.#onProgress = onProgress;
  }

  startFolding(): void {
    this.state = 'folding';
    this.#foldingAt = performance.now();
    this.report(true);
  }

  report(always = false): void {
    const now = performance.now();
    if (!always && now - this.#reportedAt < 100) return;
    this.#reportedAt = now;
    this.#onProgress(this.snapshot());
  }

  snapshot(): ImportProgress {
    const { importId, state, bytesRead, bytesTotal, accepted, duplicates, rejected, folded, toFold } = this;
    const elapsed = Math.max(0.001, (performance.now() - this.#startedAt) / 1000);
    const rate = Math.round((accepted + duplicates + rejected) / elapsed);
    const counts = { importId, state, bytesRead, bytesTotal, accepted, duplicates, rejected, folded, toFold };
    return { ...counts, rate, secondsLeft: this.#secondsLeft(elapsed) };
  }

  #secondsLeft(elapsed: number): number | null {
    if (this.state === 'reading' && this.bytesTotal && this.bytesRead > 0) {
      return Math.round((elapsed * (this.bytesTotal - this.bytesRead)) / this.bytesRead);
    }
    if (this.state === 'folding' && this.folded > 0) {
      const folding = (performance.now() - this.#foldingAt) / 1000;
      return Math.round((folding * (this.toFold - this.folded)) / this.folded);
    }
    return null;
  }
}

const running = new WeakMap<App, Map<string, ImportMeter>>();

export function trackImport(app: App, meter: ImportMeter): void {
  const meters = running.get(app) ?? new Map<string, ImportMeter>();
  running.set(app, meters.set(meter.importId, meter));
}

export function untrackImport(app: App, importId: string): void {
  running.get(app)?.delete(importId);
}

/** Imports under way in this process, with their live counts. */
export function runningImports(app: App): ImportProgress[] {
  return [...(running.get(app)?.values() ?? [])].map((meter) => meter.snapshot());
}
