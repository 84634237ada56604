import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Entry, fromBufferPromise } from 'yauzl';
import { VigieError } from '#domain/error.ts';
import type { ByteSource } from './byte-source.ts';

/** A zip's list of contents stands at its end, so it is held whole; gzip is read as it comes. */
const maxZipBytes = 1_073_741_824;

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

async function* guarded(file: string, bytes: Bytes): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw broken(file, error);
  }
}

function gunzip(name: string, source: ByteSource): Unpacked {
  const input = Readable.from(source);
  const output = createGunzip({ chunkSize: blockBytes });
  input.on('error', (error) => output.destroy(error));
  output.on('close', () => input.destroy());
  return { name: name.replace(/\.gz$/i, ''), bytes: guarded(name, input.pipe(output)) };
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
async function unzip(name: string, source: ByteSource): Promise<Unpacked> {
  const whole = await readWhole(name, source);
  try {
    const zip = await fromBufferPromise(whole, { lazyEntries: true, autoClose: false });
    let found: Entry | null = null;
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === '[Content_Types].xml')
        throw new VigieError('import.not-text', { file: name, found: 'Excel' });
      if (tablePattern.test(entry.fileName) && !clutterPattern.test(entry.fileName)) found ??= entry;
    }
    if (found === null) throw new VigieError('import.archive-empty', { file: name });
    return { name: found.fileName, bytes: guarded(name, await zip.openReadStreamPromise(found)) };
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

/** The text bytes of a file: gzip and zip are unpacked, told by their first bytes and never by their name. */
export async function unpack(name: string, source: ByteSource): Promise<Unpacked> {
  const head = Buffer.from(await source.peek(4));
  if (head.length === 0) throw new VigieError('import.empty', { file: name });
  const magic = head.toString('hex');
  if (magic.startsWith('1f8b')) return gunzip(name, source);
  if (magic === '504b0304' || magic === '504b0506') return unzip(name, source);
  const known = signatures.find(([start]) => magic.startsWith(start));
  if (known !== undefined) throw new VigieError('import.not-text', { file: name, found: known[1] });
  return { name, bytes: source };
}
