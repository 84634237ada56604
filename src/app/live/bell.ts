/** Wakes whoever rests in this process when there may be something new. Other processes look by themselves. */
export class Bell {
  readonly #resting = new Set<() => void>();

  ring(): void {
    for (const wake of [...this.#resting]) wake();
  }

  /** Resolves at the next ring, after some milliseconds, or when `signal` is aborted. */
  rest(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#resting.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#resting.add(wake);
      signal?.addEventListener('abort', wake, { once: true });
      if (signal?.aborted) wake();
    });
  }
}
