import { VigieError } from '#domain/error.ts';

/** What systems and engines say where there is no room left to write. */
const noRoom = /ENOSPC|EDQUOT|no space left|NOT_ENOUGH_SPACE|cannot reserve .* not enough space|disk full/i;

/** What the analytics engine says of a file that is not as it was written. */
const damaged =
  /CHECKSUM_DOESNT_MATCH|CANNOT_READ_ALL_DATA|CORRUPTED_DATA|NO_FILE_IN_DATA_PART|BAD_SIZE_OF_FILE_IN_DATA_PART|UNEXPECTED_FILE_IN_DATA_PART/;

/** Whether there was no room to write. */
export function isNoRoom(error: unknown): boolean {
  return textsOf(error).some((text) => noRoom.test(text));
}

/** A failure of the disk under the stores in our words; null where it is something else. */
export function knownFailure(error: unknown): VigieError | null {
  if (error instanceof VigieError) return error;
  if (isNoRoom(error)) return new VigieError('data.no-room', {}, { cause: error });
  const torn = textsOf(error).find((text) => damaged.test(text));
  if (torn === undefined) return null;
  return new VigieError('data.damaged', { part: 'analytics', reason: damaged.exec(torn)?.[0] ?? '' }, { cause: error });
}

/** Messages and codes of an error and of what caused it. */
function textsOf(error: unknown): string[] {
  const texts: string[] = [];
  for (let at = error; at instanceof Error && texts.length < 10; at = at.cause) {
    texts.push(`${at.message} ${'code' in at ? String(at.code) : ''} ${'type' in at ? String(at.type) : ''}`);
  }
  return texts;
}
