import type { Records } from '../client.ts';

/** A name that this process holds alone, for as long as it likes. */
export interface Claim {
  /** Aborted with `data.unavailable` when the claim is lost: another process may hold it from then on. */
  readonly signal: AbortSignal;
  release(): Promise<void>;
}

/**
 * Names of which one process at a time holds each, among all that share the records. What a process held is free once it
 * ends, however it ends, and a minute after it hangs.
 */
export interface Locks {
  /**
   * Waits for the name, for moments of work. `held` is the connection that holds it: what is written on it is written only
   * as long as the name is held. Throws `data.busy` where others hold it too long.
   */
  exclusive<T>(name: string, work: (held: Records) => Promise<T>): Promise<T>;
  /** Takes the name if nobody holds it, this process included; else null. */
  claim(name: string): Promise<Claim | null>;
  close(): Promise<void>;
}
