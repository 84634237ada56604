import type { LookupAddress } from 'node:dns';
import { Agent as HttpAgent, type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { VigieError } from '#domain/error.ts';
import { parseTarget, type Target } from './parse-target.ts';
import { type Resolve, resolveTarget, systemResolve } from './resolve-target.ts';

/** Time for the whole of it, from the look-up of the name to the last byte of the answer. */
const LONGEST_MS = 10_000;
const LARGEST_ANSWER = 1024 ** 2;

export interface OutgoingRequest {
  /** As somebody typed it. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface OutgoingRules {
  /** Whether it may lead to this machine and into private networks, without encryption too: a setting of the operator. */
  readonly allowPrivate: boolean;
  readonly resolve?: Resolve;
  readonly longestMs?: number;
}

/** What came back, a redirect too: none is followed. */
export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Sends a request to an address that somebody typed. It connects to the very addresses that were checked, so that a name that
 * changes meanwhile leads nowhere else. Throws what `parseTarget` and `resolveTarget` throw, and `outgoing.timeout`,
 * `.unreachable` and `.answer-too-large`.
 */
export async function sendRequest(given: OutgoingRequest, rules: OutgoingRules): Promise<OutgoingAnswer> {
  const { allowPrivate, resolve = systemResolve, longestMs = LONGEST_MS } = rules;
  const target = parseTarget(given.url, allowPrivate);
  const { host } = target;
  const signal = AbortSignal.timeout(longestMs);
  try {
    const addresses = await before(signal, resolveTarget(host, allowPrivate, resolve));
    const incoming = await exchange(given, target, addresses, signal);
    return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: await readAnswer(incoming, host) };
  } catch (error) {
    if (error instanceof VigieError) throw error;
    if (signal.aborted) throw new VigieError('outgoing.timeout', { host, seconds: Math.round(longestMs / 1000) });
    const reason = (error as NodeJS.ErrnoException).code ?? 'no answer';
    throw new VigieError('outgoing.unreachable', { host, reason }, { cause: error });
  }
}

/** A look-up cannot be called off; it is no longer waited for. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, late]);
}

function exchange(
  { method, headers, body }: OutgoingRequest,
  { url, host, port }: Target,
  addresses: LookupAddress[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const encrypted = url.protocol === 'https:';
  const options = {
    ...{ host, port, method, signal, lookup: pinned(addresses) },
    path: `${url.pathname}${url.search}`,
    // A connection of its own: one that is kept open might be of another check.
    agent: encrypted ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
    headers: { 'user-agent': 'Vigie', ...headers, host: url.host, 'accept-encoding': 'identity' },
  };
  return new Promise((done, fail) => {
    const outgoing = encrypted ? requestHttps(options, done) : requestHttp(options, done);
    outgoing.once('error', fail);
    outgoing.end(body);
  });
}

function pinned(addresses: LookupAddress[]): LookupFunction {
  return (_, { all }, done) => {
    const [first] = addresses;
    if (all) done(null, addresses);
    else done(null, first?.address ?? '', first?.family);
  };
}

async function readAnswer(incoming: IncomingMessage, host: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > LARGEST_ANSWER) throw new VigieError('outgoing.answer-too-large', { host, limit: '1 MiB' });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
