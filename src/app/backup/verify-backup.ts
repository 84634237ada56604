import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { VigieError } from '#domain/error.ts';
import { knownMigrations } from '#records/migrate.ts';
import { version as ownVersion } from '../version.ts';
import { encodeSeal, sealBytes } from './encode-backup.ts';
import { backupFormat, type Manifest, metaNames, type Part, readManifest, readMarker, readParts } from './manifest.ts';
import { readEntries, TarBroken } from './tar.ts';

/** A back-up that is whole: every byte of it is the one that was written. */
export interface VerifiedBackup {
  readonly manifest: Manifest;
  readonly parts: readonly Part[];
  readonly bytes: number;
  /** The checksum in its seal. */
  readonly sha256: string;
}

export type BytesProgress = (done: number, total: number) => void;

/** What was found in the file, whatever the file says of itself. */
interface Found {
  readonly entries: readonly (Part & { readonly offset: number })[];
  readonly manifest: Buffer;
  readonly list: readonly Part[] | null;
  readonly sha256: string;
  /** The first byte from which nothing can be made out; null when all was read. */
  readonly brokenAt: number | null;
}

/**
 * Reads a back-up to its end and checks every byte. Throws `backup.not-a-backup`, `backup.damaged`, `backup.cut-short`,
 * `backup.newer`, and what is wrong with reading the file.
 */
export async function verifyBackup(file: string, onProgress: BytesProgress = () => {}): Promise<VerifiedBackup> {
  const size = await sizeOf(file);
  if (!(await isAt(file, 0, nameInHeader(metaNames.manifest)))) throw new VigieError('backup.not-a-backup', { file });
  const found = await read(file, size, onProgress).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof VigieError || error.syscall === undefined) throw error;
    throw new VigieError('file.not-readable', { file, reason: error.code ?? error.message }, { cause: error });
  });
  const parts = await checkWhole(file, size, found);
  const marker = readMarker(found.manifest);
  if (!marker) throw new VigieError('backup.not-a-backup', { file });
  if (!(await isAt(file, size - sealBytes, await encodeSeal(found.sha256, new Date(marker.takenAt))))) {
    throw new VigieError('backup.damaged', { file, part: metaNames.seal, byte: size - sealBytes });
  }
  const manifest = marker.format > backupFormat ? null : readManifest(found.manifest);
  if (!manifest || !knownMigrations.includes(manifest.records.migration)) {
    throw new VigieError('backup.newer', { file, version: marker.version, own: ownVersion });
  }
  return { manifest, parts, bytes: size, sha256: found.sha256 };
}

async function read(file: string, size: number, onProgress: BytesProgress): Promise<Found> {
  const whole = createHash('sha256');
  const entries: Found['entries'][number][] = [];
  let manifest: Buffer | null = null;
  let last: Buffer | null = null;
  let brokenAt: number | null = null;
  let done = 0;
  const onBytes = (bytes: Buffer) => {
    whole.update(bytes);
    done += bytes.length;
    onProgress(done, size);
  };
  try {
    for await (const { name, offset, bytes } of readEntries(file, size - sealBytes, onBytes)) {
      manifest ??= bytes;
      last = bytes;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      entries.push({ name, offset, rows: 0, bytes: bytes.length, sha256 });
    }
  } catch (error) {
    if (!(error instanceof TarBroken)) throw error;
    brokenAt = error.offset;
  }
  if (manifest === null || last === null) throw new VigieError('backup.cut-short', { file, bytes: size });
  return { entries, manifest, list: readParts(last), sha256: whole.digest('hex'), brokenAt };
}

/** Throws unless the parts are those of the list, which is the last of them; gives the list. */
async function checkWhole(file: string, size: number, found: Found): Promise<readonly Part[]> {
  const { entries, list, brokenAt } = found;
  const listed = entries.at(-1)?.name === metaNames.parts ? list : null;
  if (!listed && !(await isAt(file, size - sealBytes, nameInHeader(metaNames.seal))))
    throw new VigieError('backup.cut-short', { file, bytes: size });
  for (const [at, expected] of (listed ?? []).entries()) {
    const { name, offset, bytes, sha256 } = entries[at] ?? { name: '', offset: brokenAt ?? size, bytes: 0, sha256: '' };
    if (name !== expected.name || bytes !== expected.bytes || sha256 !== expected.sha256) {
      throw new VigieError('backup.damaged', { file, part: expected.name, byte: offset });
    }
  }
  const lastEntry = entries.at(-1);
  if (brokenAt !== null || !listed || listed.length !== entries.length - 1) {
    const byte = brokenAt ?? lastEntry?.offset ?? 0;
    throw new VigieError('backup.damaged', { file, part: metaNames.parts, byte });
  }
  return listed.slice(1);
}

/** How the header of an entry begins. */
function nameInHeader(name: string): Buffer {
  return Buffer.from(`${name}\0`);
}

async function isAt(file: string, position: number, expected: Buffer): Promise<boolean> {
  if (position < 0) return false;
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(expected.length), position });
    return buffer.subarray(0, bytesRead).equals(expected);
  } finally {
    await handle.close();
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new VigieError('file.no-such-file', { file });
    throw new VigieError('file.not-readable', { file, reason: error.code ?? error.message }, { cause: error });
  });
  if (!found.isFile()) throw new VigieError('file.not-a-file', { file });
  return found.size;
}
