import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Entry, fromBufferPromise } from 'yauzl';
import { VigieError } from '#domain/error.ts';
import type { ByteSource } from './byte-source.ts';

/** A zip's list of contents stands at its end, so it is held whole; gzip is read as it comes. */
const maxZipBytes = 1_073_741_824;

/** What an archive may become when unpacked, and how many files it may list: more is there to hurt. */
const maxUnpackedBytes = 64 * 1_073_741_824;
const maxEntries = 10_000;

const blockBytes = 262_144;

type Bytes = AsyncIterable<Uint8Array>;

export interface Unpacked {
  /** Name of the file inside, where the archive tells one. */
  readonly name: string;
  readonly bytes: Bytes;
}

function broken(file: string, cause: unknown): VigieError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new VigieError('import.archive-broken', { file, reason }, { cause });
}

async function* guarded(file: string, bytes: Bytes, limit: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  try {
    for await (const piece of bytes) {
      seen += piece.length;
      if (seen > limit) throw tooLarge(file, limit);
      yield piece;
    }
  } catch (error) {
    throw error instanceof VigieError ? error : broken(file, error);
  }
}

function tooLarge(file: string, limit: number): VigieError {
  return new VigieError('import.archive-too-large', { file, limit: `${Math.floor(limit / 1_073_741_824)} GiB` });
}

function gunzip(name: string, source: ByteSource, limit: number): Unpacked {
  const input = Readable.from(source);
  const output = createGunzip({ chunkSize: blockBytes });
  input.on('error', (error) => output.destroy(error));
  output.on('close', () => input.destroy());
  return { name: name.replace(/\.gz$/i, ''), bytes: guarded(name, input.pipe(output), limit) };
}

async function readWhole(name: string, source: ByteSource): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) {
    chunks.push(chunk);
    if (source.bytesRead > maxZipBytes)
      throw new VigieError('import.archive-too-large', { file: name, limit: '1 GiB' });
  }
  return Buffer.concat(chunks);
}

const tablePattern = /\.(csv|tsv|txt|ndjson|jsonl)$/i;
const clutterPattern = /(^|\/)(\.|__MACOSX\/)/;

/** The first table of an archive, in the order of its list; a workbook is a zip too, and is told apart. */
async function unzip(name: string, source: ByteSource, limit: number): Promise<Unpacked> {
  const whole = await readWhole(name, source);
  try {
    const zip = await fromBufferPromise(whole, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > maxEntries) throw new VigieError('import.archive-crowded', { file: name, limit: maxEntries });
    let found: Entry | null = null;
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === '[Content_Types].xml')
        throw new VigieError('import.not-text', { file: name, found: 'Excel' });
      if (tablePattern.test(entry.fileName) && !clutterPattern.test(entry.fileName)) found ??= entry;
    }
    if (found === null) throw new VigieError('import.archive-empty', { file: name });
    if (found.uncompressedSize > limit) throw tooLarge(name, limit);
    return { name: found.fileName, bytes: guarded(name, await zip.openReadStreamPromise(found), limit) };
  } catch (error) {
    throw error instanceof VigieError ? error : broken(name, error);
  }
}

const signatures: readonly [string, string][] = [
  ['25504446', 'PDF'],
  ['d0cf11e0', 'Excel 97'],
  ['28b52ffd', 'zstd'],
  ['425a68', 'bzip2'],
  ['fd377a58', 'xz'],
  ['377abcaf', '7-zip'],
  ['50415231', 'Parquet'],
];

/**
 * The text bytes of a file: gzip and zip are unpacked, told by their first bytes and never by their name. Throws
 * `import.archive-too-large` beyond `limit` unpacked bytes.
 */
export async function unpack(name: string, source: ByteSource, limit = maxUnpackedBytes): Promise<Unpacked> {
  const head = Buffer.from(await source.peek(4));
  if (head.length === 0) throw new VigieError('import.empty', { file: name });
  const magic = head.toString('hex');
  if (magic.startsWith('1f8b')) return gunzip(name, source, limit);
  if (magic === '504b0304' || magic === '504b0506') return unzip(name, source, limit);
  const known = signatures.find(([start]) => magic.startsWith(start));
  if (known !== undefined) throw new VigieError('import.not-text', { file: name, found: known[1] });
  return { name, bytes: source };
}
