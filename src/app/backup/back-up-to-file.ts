import type { Installation } from '../installation.ts';
import { type BackupProgress, type TakenBackup, takeBackup } from './take-backup.ts';
import { untilAborted } from './until-aborted.ts';
import { checkFree, writeBeside } from './write-beside.ts';

export interface WrittenBackup extends Omit<TakenBackup, 'bytes'> {
  readonly bytes: number;
}

/**
 * Backs an installation up into a file, which is there whole or not at all. Aborted, it throws `backup.stopped`; else what
 * taking a back-up and writing the file throw.
 */
export async function backUpToFile(
  installation: Installation,
  file: string,
  options: { readonly signal: AbortSignal; readonly onProgress?: BackupProgress },
): Promise<WrittenBackup> {
  checkFree(file);
  return takeBackup(
    installation,
    async ({ bytes, ...taken }) => ({
      ...taken,
      bytes: await writeBeside(file, untilAborted(bytes, file, options.signal)),
    }),
    options.onProgress,
  );
}
