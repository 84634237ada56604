import type { IncomingHttpHeaders } from 'node:http';
import { type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { VigieError } from '#domain/error.ts';
import { deepestJson, isTextDeeper } from '#domain/json-depth.ts';

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

/** How long a body is waited for. */
export interface Patience {
  /** Between two pieces of it. */
  readonly idleMs: number;
  /** From its beginning to its end; null: as long as it takes. */
  readonly wholeMs: number | null;
}

/**
 * Bytes of a body, unpacked. It is cut off by an error beyond `limit` unpacked bytes (a zip bomb included), and when whoever
 * sends it lets it trickle.
 */
export function openBody(raw: Readable, headers: IncomingHttpHeaders, limit: number, patience: Patience): Readable {
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
  if (encoding === 'identity') return endSlow(raw, join(raw, gate), patience);
  if (!Object.hasOwn(unpackers, encoding)) {
    throw new VigieError('request.type-unsupported', { type: encoding, types: 'gzip, deflate, br' });
  }
  const unpack = unpackers[encoding as keyof typeof unpackers]();
  unpack.once('error', (cause) => gate.destroy(new VigieError('request.bad-encoding', { encoding }, { cause })));
  return endSlow(raw, join(raw, unpack).pipe(gate), patience);
}

function endSlow(raw: Readable, gate: Transform, { idleMs, wholeMs }: Patience): Transform {
  const cutOff = (ms: number) => gate.destroy(new VigieError('request.too-slow', { seconds: Math.round(ms / 1000) }));
  let pieces = 0;
  // Bytes that came while this process was busy are seen first. Paused, it is we who are slow: the disk, or whoever reads.
  const idle = setTimeout(() => {
    const before = pieces;
    setImmediate(() => (raw.isPaused() || pieces > before ? idle.refresh() : cutOff(idleMs)));
  }, idleMs);
  const whole = wholeMs === null ? undefined : setTimeout(() => cutOff(wholeMs), wholeMs);
  const stop = () => {
    clearTimeout(idle);
    clearTimeout(whole);
  };
  raw.on('data', () => {
    pieces++;
    idle.refresh();
  });
  raw.once('close', stop).once('end', stop);
  gate.once('close', stop);
  return gate;
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

/** JSON of a body or of a line of one; the error says where it stops being JSON, and repeats nothing of it. */
export function parseJson(from: Uint8Array | string): unknown {
  const text = typeof from === 'string' ? from : decode(from);
  if (isTextDeeper(text, deepestJson)) throw new VigieError('request.too-deep', { limit: deepestJson }, { path: '$' });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badJson(cause);
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw badJson(cause);
  }
}

/** The engine quotes what stands around the place: in a sign-in, that is a password. */
function badJson(cause: unknown): VigieError {
  const reason = (cause as Error).message.replace(/, (\.\.\.)?".*$/s, '').slice(0, 200);
  return new VigieError('request.bad-json', { reason }, { path: '$' });
}
