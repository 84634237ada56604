import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { extract, pack } from 'tar-stream';

const BLOCK = 512;

/** What ends a tar: two empty blocks. */
export const tarEnd = Buffer.alloc(2 * BLOCK);

/** Larger entries than any that we write are not read: a damaged length must not fill the memory. */
const MAX_ENTRY_BYTES = 512 * 2 ** 20;

/** The bytes of one entry of a tar, padded; the same for the same arguments. */
export async function encodeEntry(name: string, content: Uint8Array, at: Date): Promise<Buffer> {
  const tar = pack();
  tar.entry({ name, mode: 0o600, mtime: at }, Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  tar.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of tar) pieces.push(piece as Buffer);
  const whole = Buffer.concat(pieces);
  return whole.subarray(0, whole.length - tarEnd.length);
}

/** How many bytes an entry takes with its header and its padding. */
export function sizeOfEntry(contentBytes: number): number {
  return BLOCK + Math.ceil(contentBytes / BLOCK) * BLOCK;
}

export interface TarEntry {
  readonly name: string;
  /** Where its header begins in the file, in bytes. */
  readonly offset: number;
  readonly bytes: Buffer;
}

/** A tar that cannot be read on from a byte of the file. */
export class TarBroken extends Error {
  readonly offset: number;

  constructor(offset: number, cause: unknown) {
    super('the tar is broken', { cause });
    this.offset = offset;
  }
}

/**
 * Reads the entries of a tar up to a byte of its file (exclusive), one in memory at a time. `onBytes` is given all bytes as
 * they come. Throws `TarBroken`, and what reading the file throws.
 */
export async function* readEntries(
  file: string,
  end: number,
  onBytes: (bytes: Buffer) => void = () => {},
): AsyncGenerator<TarEntry> {
  if (end <= 0) return;
  const input = createReadStream(file, { end: end - 1, highWaterMark: 2 ** 20 });
  input.on('data', (bytes) => onBytes(bytes as Buffer));
  const tar = extract();
  // What goes wrong is thrown by reading the entries.
  const fed = pipeline(input, tar).catch(() => undefined);
  let offset = 0;
  try {
    for await (const entry of tar) {
      const { name, size } = entry.header;
      if (size > MAX_ENTRY_BYTES) throw new Error(`an entry of ${size} bytes`);
      const pieces: Buffer[] = [];
      for await (const piece of entry) pieces.push(piece as Buffer);
      yield { name, offset, bytes: Buffer.concat(pieces) };
      offset += sizeOfEntry(size);
    }
  } catch (error) {
    // A tar that is refused ends the input with the same error.
    throw error instanceof Error && 'syscall' in error ? error : new TarBroken(offset, error);
  } finally {
    input.destroy();
    tar.destroy();
    await fed;
  }
}
