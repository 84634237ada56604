import type { Installation } from '../installation.ts';
import { type TakenBackup, takeBackup } from './take-backup.ts';
import { untilAborted } from './until-aborted.ts';

/** How long whoever reads may take over one piece: a back-up holds off what rewrites journals. */
const PATIENCE_MS = 5 * 60_000;

interface Stream {
  /** What it is called where it is told that it was stopped. */
  readonly file: string;
  readonly signal: AbortSignal;
  /** Called before the first byte. */
  readonly onTaken: (taken: TakenBackup) => Promise<void>;
  readonly patienceMs?: number;
}

/**
 * The bytes of a back-up as they are read. It ends with whoever reads: when they stop, when `signal` is aborted, or when they
 * leave a piece for too long; then it throws `backup.stopped`. Throws what taking a back-up throws.
 */
export async function* streamBackup(
  installation: Installation,
  { file, signal, onTaken, patienceMs = PATIENCE_MS }: Stream,
): AsyncGenerator<Buffer> {
  const begun = Promise.withResolvers<TakenBackup>();
  const ended = Promise.withResolvers<void>();
  const left = new AbortController();
  const over = AbortSignal.any([signal, left.signal]);
  over.addEventListener('abort', () => ended.resolve(), { once: true });
  if (over.aborted) ended.resolve();
  const taking = takeBackup(installation, async (taken) => {
    begun.resolve(taken);
    await ended.promise;
  });
  taking.catch(begun.reject);
  try {
    const taken = await begun.promise;
    if (!over.aborted) await onTaken(taken);
    for await (const piece of untilAborted(taken.bytes, file, over)) {
      const timer = setTimeout(() => left.abort(), patienceMs);
      try {
        yield piece;
      } finally {
        clearTimeout(timer);
      }
    }
  } finally {
    ended.resolve();
    await taking.catch(() => undefined);
  }
}
