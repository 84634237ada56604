import { cp, open, readdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../backup/write-beside.ts';

/** Bytes of all files in a folder and below. */
export async function sizeOfFolder(folder: string): Promise<number> {
  let bytes = 0;
  for (const file of await listFiles(folder)) bytes += (await stat(file)).size;
  return bytes;
}

/** Copies a folder that nobody writes to. The copy has its name only once it is whole and on the disk. */
export async function copyFolder(from: string, to: string): Promise<void> {
  const making = `${to}.in-the-making`;
  await cp(from, making, { recursive: true, errorOnExist: true, force: false, preserveTimestamps: true });
  for (const file of await listFiles(making)) {
    const handle = await open(file, 'r');
    await handle.sync().finally(() => handle.close());
  }
  await rename(making, to);
  await syncFolder(dirname(to));
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
