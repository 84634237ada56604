import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { VigieError } from '#domain/error.ts';
import { problemOf, problemType } from '../problem-document.ts';
import type { Patience } from '../read-body.ts';

/** How much of the server one caller can hold, and for how long. Times are in milliseconds. */
export interface Limits {
  /** Connections at a time; beyond them new ones are closed at once. */
  readonly connections: number;
  /** From the opening of a connection, or the first byte of a later request, to the end of its headers. */
  readonly headersMs: number;
  /** For the next request on a connection. */
  readonly keepAliveMs: number;
  /** Without a byte in either direction, while an answer is made or taken too. */
  readonly silentMs: number;
  /** For the rest of a body that was answered before its end. */
  readonly lingerMs: number;
  readonly body: { readonly idleMs: number; readonly wholeMs: number };
}

export const usualLimits: Limits = {
  connections: 4096,
  headersMs: 15_000,
  keepAliveMs: 72_000,
  silentMs: 300_000,
  lingerMs: 5_000,
  body: { idleMs: 30_000, wholeMs: 120_000 },
};

const largestHeaders = 16 * 1024;
const longestUrl = 8192;

/** How long a body is waited for; a file may take any time, as long as it keeps coming. */
export function patienceFor({ body }: Limits, isFile: boolean): Patience {
  return { idleMs: body.idleMs, wholeMs: isFile ? null : body.wholeMs };
}

/** The limits that the HTTP server itself holds; `headers` are those of every answer. */
export function limitOptions(limits: Limits, headers: Readonly<Record<string, string>>) {
  return {
    connectionTimeout: limits.silentMs,
    keepAliveTimeout: limits.keepAliveMs,
    http: {
      maxHeaderSize: largestHeaders,
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: Math.min(5_000, limits.headersMs),
    },
    clientErrorHandler: (error, socket) => answerBroken(error, socket, headers),
  } satisfies FastifyHttpOptions<Server>;
}

/** The limits that are held request by request. */
export function addLimits(server: FastifyInstance, limits: Limits): void {
  server.server.maxConnections = limits.connections;
  server.addHook('onRequest', async (request) => {
    if (request.url.length > longestUrl) throw new VigieError('request.url-too-long', { limit: longestUrl });
  });
  server.addHook('onResponse', async ({ raw }) => {
    if (raw.complete) return;
    // What was still on its way is let in for a moment, so that whoever sends it reads the answer.
    raw.resume();
    setTimeout(() => raw.complete || raw.destroy(), limits.lingerMs).unref();
  });
}

/** Answers what is not a whole request. Nothing of it is logged: it may hold anything. */
function answerBroken(error: NodeJS.ErrnoException, socket: Socket, headers: Readonly<Record<string, string>>): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(brokenBy(error.code), 'en', randomUUID());
  const text = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(text)}`,
    ...Object.entries(headers).map((pair) => pair.join(': ')),
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`, () => socket.destroy());
}

function brokenBy(code: string | undefined): VigieError {
  if (code === 'HPE_HEADER_OVERFLOW') return new VigieError('request.headers-too-large', { limit: '16 KiB' });
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new VigieError('request.too-slow', { seconds: usualLimits.headersMs / 1000 });
  }
  return new VigieError('request.malformed');
}
