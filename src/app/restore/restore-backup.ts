import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { VigieError } from '#domain/error.ts';
import { type VerifiedBackup, verifyBackup } from '../backup/verify-backup.ts';
import { type FolderLock, lockFolder } from '../folder-lock.ts';
import { findSecret, keysOf, secretFile } from '../keys.ts';
import { isNoRoom } from '../known-failure.ts';
import type { Places } from '../open-installation.ts';
import { type Built, buildBeside, type RestoreProgress } from './build-beside.ts';
import { checkReached } from './check-reached.ts';
import { holdsData } from './holds-data.ts';
import { beginPlan, markReady } from './plan.ts';
import { settleRestore } from './settle-restore.ts';

export interface RestoreRequest {
  readonly file: string;
  /** Restore over data, which is moved aside. */
  readonly replace: boolean;
  /** Restore although what was sealed with the secret of the back-up cannot be opened here. */
  readonly otherSecret: boolean;
  readonly onProgress: (step: 'verifying' | Parameters<RestoreProgress>[0], done: number, total: number) => void;
}

export interface RestoreSummary extends Built {
  readonly backup: VerifiedBackup;
  /** Where the data lies that was there before; null where there was none. */
  readonly kept: string | null;
}

/**
 * Restores a back-up as a whole or not at all: it is verified, built beside what is there, and put in its place at the end.
 * Killed at any instant, the next start completes or clears it. Throws `restore.not-empty`, `restore.other-secret`,
 * `restore.while-running`, `data.not-reached`, `file.no-room`, and what verifying throws.
 */
export async function restoreBackup(places: Places, request: RestoreRequest): Promise<RestoreSummary> {
  const { file, replace, onProgress } = request;
  const { dataFolder } = places;
  const lock = await lockAlone(dataFolder);
  try {
    const backup = await verifyBackup(file, (done, total) => onProgress('verifying', done, total));
    await checkReached(places);
    await settleRestore(places);
    if (!request.otherSecret) checkSecret(places, file, backup);
    if (!replace && (await holdsData(places))) throw new VigieError('restore.not-empty');
    const plan = await beginPlan(places, Date.now());
    try {
      const built = await buildBeside(places, plan, file, backup, onProgress);
      await markReady(dataFolder);
      await settleRestore(places);
      const kept = join(dataFolder, plan.kept);
      return { ...built, backup, kept: existsSync(kept) ? kept : null };
    } catch (error) {
      throw await explain(error, places);
    }
  } finally {
    await lock.release();
  }
}

async function lockAlone(dataFolder: string): Promise<FolderLock> {
  return lockFolder(dataFolder).catch((error: unknown) => {
    if (!(error instanceof VigieError) || error.code !== 'data.in-use') throw error;
    throw new VigieError('restore.while-running', { folder: dataFolder });
  });
}

/** What is sealed must open with the secret that will be in force: the one that travels, or the one of this installation. */
function checkSecret({ dataFolder, secret }: Places, file: string, { manifest, parts }: VerifiedBackup): void {
  const travels = parts.some(({ name }) => name === secretFile);
  if (travels && !secret) return;
  const own = secret ?? findSecret(dataFolder);
  if (own !== null && keysOf(own, null).mark === manifest.secretMark) return;
  throw new VigieError('restore.other-secret', { file });
}

/** Clears away what was built; what went wrong first is what is told. */
async function explain(error: unknown, places: Places): Promise<unknown> {
  await settleRestore(places).catch(() => undefined);
  return isNoRoom(error) ? new VigieError('file.no-room', { file: places.dataFolder }, { cause: error }) : error;
}
