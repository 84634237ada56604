import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VigieError } from '#domain/error.ts';

const roomErrors = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const otherErrors = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR'];

/**
 * Writes a file that is there whole or not at all: beside its place first, then to the disk, then under its name. Gives how
 * many bytes it has. Throws `backup.file-exists`, `file.no-room`, `file.not-writable`, and what `pieces` throws; the file
 * that was begun is then removed, and one that was there is never touched.
 */
export async function writeBeside(file: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  checkFree(file);
  const partial = `${file}.${randomBytes(4).toString('hex')}.partial`;
  try {
    const bytes = await writeAll(partial, pieces);
    await giveName(partial, file);
    await syncFolder(dirname(file));
    return bytes;
  } catch (error) {
    await rm(partial, { force: true });
    throw explainWriting(error, file);
  }
}

/** Throws `backup.file-exists` where something has the name. */
export function checkFree(file: string): void {
  if (existsSync(file)) throw new VigieError('backup.file-exists', { file });
}

async function writeAll(partial: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const handle = await open(partial, 'wx', 0o600);
  try {
    let bytes = 0;
    for await (const piece of pieces) {
      await writeWhole(handle, piece);
      bytes += piece.length;
    }
    await handle.sync();
    return bytes;
  } finally {
    await handle.close();
  }
}

/** A full disk may take some of the bytes, and says so only at the next write. */
async function writeWhole(handle: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.length; ) at += (await handle.write(piece, at)).bytesWritten;
}

/** A link, unlike a rename, does not replace what somebody else has put there meanwhile. */
async function giveName(partial: string, file: string): Promise<void> {
  try {
    await link(partial, file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') throw new VigieError('backup.file-exists', { file });
    // File systems without hard links.
    if (existsSync(file)) throw error;
    await rename(partial, file);
    return;
  }
  await rm(partial);
}

/** Makes the names in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What went wrong when a file was written, as `file.no-room` or `file.not-writable` where it is one of them. */
export function explainWriting(error: unknown, file: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof VigieError || code === undefined || syscall === undefined) return error;
  if (roomErrors.includes(code)) return new VigieError('file.no-room', { file }, { cause: error });
  if (!otherErrors.includes(code)) return error;
  return new VigieError('file.not-writable', { file, reason: code }, { cause: error });
}
