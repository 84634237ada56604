import type { StepRun } from '#records/watch/step-runs.ts';
import type { Look } from './live-hub.ts';

/** Steps kept for somebody who reads slowly; older ones are let go. */
const MOST = 1_500;

/** What one listener has not read yet: the latest look, however many there were. */
export class Mailbox {
  #look: Look | null = null;
  #failure: { readonly error: unknown } | null = null;
  #wake: (() => void) | null = null;

  put(look: Omit<Look, 'steps'>, steps: readonly StepRun[]): void {
    this.#look = { ...look, steps: [...(this.#look?.steps ?? []), ...steps].slice(-MOST) };
    this.#wake?.();
  }

  fail(error: unknown): void {
    this.#failure = { error };
    this.#wake?.();
  }

  /** The next look; null: nothing new for so many milliseconds, or `signal` was aborted. Throws what the look failed with. */
  async take(ms: number, signal: AbortSignal): Promise<Look | null> {
    if (this.#look === null && this.#failure === null) await this.#rest(ms, signal);
    if (this.#failure !== null) throw this.#failure.error;
    const look = this.#look;
    this.#look = null;
    return look;
  }

  #rest(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#wake = wake;
      signal.addEventListener('abort', wake, { once: true });
      if (signal.aborted) wake();
    });
  }
}
