import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip, gunzipSync } from 'node:zlib';
import { VigieError } from '#domain/error.ts';
import { deepestJson, isTextDeeper } from '#domain/json-depth.ts';
import { type Io, pathFrom } from '../io.ts';

/** Says in our words why a file cannot be opened. */
export function fileError(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new VigieError('file.no-such-file', { file });
  if (code === 'EISDIR') return new VigieError('file.not-a-file', { file });
  if (code === 'EACCES' || code === 'EPERM') return new VigieError('file.not-readable', { file, reason: code });
  return error;
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** A whole JSON file, plain or gzipped. */
export async function readJsonFile(io: Io, file: string): Promise<unknown> {
  const bytes = await readFile(pathFrom(io, file)).catch((error: unknown) => {
    throw fileError(error, file);
  });
  try {
    const text = (isGzip(bytes) ? gunzipSync(bytes) : bytes).toString('utf8');
    if (isTextDeeper(text, deepestJson)) throw new RangeError(`nested more than ${deepestJson} deep`);
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new VigieError('cli.bad-json-file', { file, reason }, { cause: error });
  }
}

/** A JSON file that holds a list; a single object counts as a list of one. */
export async function readJsonList(io: Io, file: string): Promise<readonly unknown[]> {
  const value = await readJsonFile(io, file);
  return Array.isArray(value) ? value : [value];
}

/** The bytes of a file as a stream, unpacked if it is gzipped. Damage of the archive is thrown as `import.archive-broken`. */
export async function openFile(io: Io, file: string): Promise<Readable> {
  const path = pathFrom(io, file);
  const head = await readHead(path).catch((error: unknown) => {
    throw fileError(error, file);
  });
  const bytes = createReadStream(path);
  if (!isGzip(head)) return bytes;
  const unpacked = createGunzip();
  bytes.on('error', (error) => unpacked.destroy(error));
  return Readable.from(untilDamage(bytes.pipe(unpacked), file));
}

async function* untilDamage(unpacked: Readable, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* unpacked;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new VigieError('import.archive-broken', { file, reason }, { cause: error });
  }
}

async function readHead(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(2), 0, 2, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
