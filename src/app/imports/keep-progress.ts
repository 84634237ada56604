import { updateImport } from '#records/imports.ts';
import type { Claim } from '#records/locks/locks.ts';
import type { App } from '../app.ts';
import type { ImportMeter } from './import-progress.ts';
import { importName } from './mark-abandoned-imports.ts';

const EVERY_MS = 1_000;

/** Shows an import to other processes while it runs: they see that somebody runs it, and about each second how far it is. */
export class ProgressKeeper {
  readonly #app: App;
  readonly #meter: ImportMeter;
  readonly #timer: NodeJS.Timeout;
  #claim: Claim | null = null;
  #writing: Promise<void> = Promise.resolve();
  #busy = false;

  private constructor(app: App, meter: ImportMeter, claim: Claim | null) {
    this.#app = app;
    this.#meter = meter;
    this.#claim = claim;
    this.#timer = setInterval(() => this.#tick(), EVERY_MS).unref();
  }

  static async start(app: App, meter: ImportMeter): Promise<ProgressKeeper> {
    return new ProgressKeeper(app, meter, await app.locks.claim(importName(meter.importId)));
  }

  /** Resolves once nothing more of how far it is gets written: how it ended comes after it. */
  async pause(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
  }

  /** From now on nobody runs it. */
  async stop(): Promise<void> {
    await this.pause();
    await this.#claim?.release();
  }

  #tick(): void {
    if (this.#busy) return;
    this.#busy = true;
    this.#writing = this.#write()
      // A store that is away fails the import itself, if it stays away.
      .catch(() => undefined)
      .finally(() => {
        this.#busy = false;
      });
  }

  async #write(): Promise<void> {
    const { records, workspace, locks } = this.#app;
    const { importId, state, bytesRead, accepted, duplicates, rejected, folded } = this.#meter;
    if (this.#claim?.signal.aborted) this.#claim = await locks.claim(importName(importId));
    // Others may have taken it for abandoned while its claim was lost.
    const counts = { bytesRead, accepted, duplicates, rejected, tickets: folded, finishedAt: null };
    await updateImport(records, workspace, importId, { state, ...counts });
  }
}
