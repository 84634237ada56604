import type { Installation } from '#app/installation.ts';
import { findNextPushAt, sendPushes } from '#app/notifications/push/send-pushes.ts';
import { findNextMessage, findNextMoment } from '#app/watch/next-moments.ts';
import type { Outgoing } from '#app/watch/outgoing.ts';
import { sendMessages } from '#app/watch/send-messages.ts';
import { takeDueSteps } from '#app/watch/take-due-steps.ts';
import { VigieError } from '#domain/error.ts';
import type { JobLog } from '../job.ts';

/** How long it rests at most: what another process wrote, or a clock that was set, is noticed within this. */
const LONGEST_REST_MS = 1_000;
/** How long it rests at least, where what is due is in the hands of another process. */
const SHORTEST_REST_MS = 20;
const AFTER_FAILURE_MS = 1_000;

export interface RunningWatch {
  /** Resolves when the steps and messages under way are done. */
  stop(): Promise<void>;
}

/**
 * Watches the open clocks of an installation beside the other processes of it: runs steps as they are due and sends what they
 * say. What a process that dies leaves undone is done by another, or by the next.
 */
export function startWatch(installation: Installation, log: JobLog, outgoing: Outgoing): RunningWatch {
  const ending = new AbortController();
  const { signal } = ending;
  const { bell } = installation;
  const loops = [
    keepDoing(async () => {
      const looked = await takeDueSteps(installation);
      if (looked > 0) bell.ring();
      return looked > 0 ? null : findNextMoment(installation);
    }),
    keepDoing(async () => {
      const sent = await sendMessages(installation, outgoing);
      return sent > 0 ? null : findNextMessage(installation);
    }),
    keepDoing(async () => {
      const sent = await sendPushes(installation, outgoing);
      return sent > 0 ? null : findNextPushAt(installation);
    }),
  ];
  return {
    async stop() {
      ending.abort();
      await Promise.all(loops);
    },
  };

  /** Does something again and again. It gives when there is more to do: null is at once, infinity is when the bell rings. */
  async function keepDoing(work: () => Promise<number | null>): Promise<void> {
    while (!signal.aborted) {
      try {
        const next = await work();
        if (next === null) continue;
        const rest = Math.min(Math.max(next - installation.now(), SHORTEST_REST_MS), LONGEST_REST_MS);
        await bell.rest(rest, signal);
      } catch (error) {
        if (signal.aborted) return;
        tell(error);
        await bell.rest(AFTER_FAILURE_MS, signal);
      }
    }
  }

  function tell(error: unknown): void {
    // A store that is away is told by /readyz, and everything is tried again.
    if (error instanceof VigieError && error.kind === 'unavailable') return;
    log.error({ err: error }, 'the watch failed');
  }
}
