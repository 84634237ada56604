import type { IncomingHttpHeaders } from 'node:http';
import { type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { VigieError } from '#domain/error.ts';

const unpackers = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

/** The media type of a body, without its parameters; '' when it is not said. */
export function mediaTypeOf(headers: IncomingHttpHeaders): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

export function hasBody(headers: IncomingHttpHeaders): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** A size for people: powers of 1,024, no decimals. */
function formatBytes(bytes: number): string {
  const power = Math.min(3, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${Math.round(bytes / 1024 ** power)} ${['B', 'KiB', 'MiB', 'GiB'][power]}`;
}

/** Bytes of a body, unpacked, and cut off by an error beyond `limit` unpacked bytes (a zip bomb included). */
export function openBody(raw: Readable, headers: IncomingHttpHeaders, limit: number): Readable {
  const tooLarge = () => new VigieError('request.too-large', { limit: formatBytes(limit) });
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (Number(headers['content-length'] ?? 0) > limit) throw tooLarge();
  let seen = 0;
  const gate = new Transform({
    transform(piece: Buffer, _, done) {
      seen += piece.length;
      if (seen > limit) done(tooLarge());
      else done(null, piece);
    },
  });
  if (encoding === 'identity') return join(raw, gate);
  if (!Object.hasOwn(unpackers, encoding)) {
    throw new VigieError('request.type-unsupported', { type: encoding, types: 'gzip, deflate, br' });
  }
  const unpack = unpackers[encoding as keyof typeof unpackers]();
  unpack.once('error', (cause) => gate.destroy(new VigieError('request.bad-encoding', { encoding }, { cause })));
  return join(raw, unpack).pipe(gate);
}

/** Pipes, with the failure of the first (a client that hangs up) reaching the second. */
function join<Out extends Transform>(raw: Readable, into: Out): Out {
  raw.once('error', (error) => into.destroy(error));
  raw.once('aborted', () => into.destroy(new VigieError('request.aborted')));
  return raw.pipe(into);
}

export async function readAll(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** JSON of a body or of a line of one; the error says where it stops being JSON. */
export function parseJson(from: Uint8Array | string): unknown {
  try {
    const text = typeof from === 'string' ? from : new TextDecoder('utf-8', { fatal: true }).decode(from);
    return JSON.parse(text);
  } catch (cause) {
    const reason = (cause as Error).message.slice(0, 200);
    throw new VigieError('request.bad-json', { reason }, { path: '$', cause });
  }
}
