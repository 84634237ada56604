import { setTimeout as sleep } from 'node:timers/promises';
import { VigieError } from '#domain/error.ts';
import type { Claim, Locks } from '#records/locks/locks.ts';
import { type FoldOptions, type FoldPlaces, type FoldReport, FoldRun } from './fold-run.ts';

export type { FoldProgress, FoldReport } from './fold-run.ts';

/** How long to wait for another process that folds, before asking again; doubled each time up to the longest. */
const FIRST_WAIT_MS = 20;
const LONGEST_WAIT_MS = 500;

/** How long after a failure it is tried again; doubled each time up to the longest. */
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;

const nothing: FoldReport = { keys: 0, failed: [] };

/**
 * Folds what is journalled and not folded yet into facts: one run at a time, among all processes. A run that fails is tried
 * again by itself, later and later.
 */
export class FoldQueue {
  readonly #places: FoldPlaces & { readonly locks: Locks };
  readonly #closing = new AbortController();
  #running: Promise<unknown> = Promise.resolve();
  #requested = false;
  #error: unknown = null;
  #retryMs = FIRST_RETRY_MS;
  #retry: NodeJS.Timeout | undefined;

  constructor(places: FoldPlaces & { readonly locks: Locks }) {
    this.#places = places;
  }

  /** Asks for a run soon; several requests before it starts are one. */
  request(): void {
    if (this.#requested || this.#closing.signal.aborted) return;
    this.#requested = true;
    setImmediate(() => {
      this.#requested = false;
      this.foldPending().catch(() => undefined);
    });
  }

  /** Resolves when no run is asked for or under way; throws what made the last one fail. */
  async settled(): Promise<void> {
    while (this.#requested) await new Promise((resolve) => setImmediate(resolve));
    await this.#running.catch(() => undefined);
    if (this.#requested) return this.settled();
    if (this.#error) throw this.#error;
  }

  /** Folds everything that is journalled when the run begins, whichever process does it. */
  foldPending(options: FoldOptions = {}): Promise<FoldReport> {
    return this.#inTurn(() => this.#foldUntilDone(options));
  }

  /** Folds what is pending unless another process is at it: it looks after everything itself. */
  async foldUnlessElsewhere(): Promise<void> {
    await this.#inTurn(async () => {
      const claim = await this.#places.locks.claim(this.#name);
      if (!claim) return;
      await new FoldRun(this.#places, claim.signal).run({}).finally(() => claim.release());
    });
  }

  /** Runs `before` while nothing is folded, then folds every key again. */
  foldAnew(before: () => Promise<void>, options: Omit<FoldOptions, 'all'> = {}): Promise<FoldReport> {
    return this.#inTurn(() => this.#foldUntilDone({ ...options, all: true }, before));
  }

  /**
   * Runs something while nothing is folded, in no process; folds asked for meanwhile come after it. Throws
   * `data.busy` where this one is closed before another lets it.
   */
  between<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      const claim = await this.#claim();
      if (!claim) throw new VigieError('data.busy');
      return work().finally(() => claim.release());
    });
  }

  /** Takes no more requests and resolves when the run under way, if there is one, has ended. */
  async close(): Promise<void> {
    this.#closing.abort();
    clearTimeout(this.#retry);
    await this.settled().catch(() => undefined);
  }

  get #name(): string {
    return `fold ${this.#places.workspace}`;
  }

  /** Runs of this process, one after the other. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#running.catch(() => undefined).then(work);
    this.#running = run.then(
      () => {
        this.#error = null;
        this.#retryMs = FIRST_RETRY_MS;
      },
      (error: unknown) => this.#retryLater(error),
    );
    return run;
  }

  #retryLater(error: unknown): void {
    this.#error = error;
    clearTimeout(this.#retry);
    if (this.#closing.signal.aborted) return;
    this.#retry = setTimeout(() => this.request(), this.#retryMs).unref();
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }

  async #foldUntilDone(options: FoldOptions, before = async () => {}): Promise<FoldReport> {
    for (;;) {
      const claim = await this.#claim();
      if (!claim) return nothing;
      const run = before().then(() => new FoldRun(this.#places, claim.signal).run(options));
      const done = await run.finally(() => claim.release());
      if (done) return done;
    }
  }

  /** Waits until no other process folds; null where this one closes first. */
  async #claim(): Promise<Claim | null> {
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      const claim = await this.#places.locks.claim(this.#name);
      if (claim) return claim;
      if (this.#closing.signal.aborted) return null;
      await sleep(waitMs);
    }
  }
}
