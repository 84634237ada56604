import { VigieError } from '#domain/error.ts';

/** The pieces of a back-up; once aborted, it throws `backup.stopped` instead of the next one, and instead of an end. */
export async function* untilAborted<T>(pieces: AsyncIterable<T>, file: string, signal: AbortSignal): AsyncGenerator<T> {
  for await (const piece of pieces) {
    if (signal.aborted) throw new VigieError('backup.stopped', { file });
    yield piece;
  }
  if (signal.aborted) throw new VigieError('backup.stopped', { file });
}
