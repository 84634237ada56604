import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Cluster } from './cluster.ts';
import { Engine } from './engine.ts';
import { type Call, readRequest } from './read-request.ts';
import { asServerError, ServerError, statusOf } from './server-error.ts';

export interface ServerOptions {
  /** A folder of its own. */
  readonly folder: string;
  /** Who may ask; without, anybody may. */
  readonly login?: { readonly user: string; readonly password: string };
  /** The name under which the server knows itself as a cluster of two shards. */
  readonly cluster?: string;
}

/** A server that speaks ClickHouse's HTTP protocol in front of chDB. The caller lets it listen. */
export function createClickHouseServer({ folder, login, cluster }: ServerOptions): Server {
  const spool = join(folder, 'spool');
  mkdirSync(spool, { recursive: true });
  const engine = new Engine(join(folder, 'store'), cluster === undefined ? null : new Cluster(folder, cluster));
  const server = createServer({ maxHeaderSize: 2_097_152, keepAliveTimeout: 3_000 }, (request, response) => {
    response.setHeader('X-ClickHouse-Server-Display-Name', 'chdb');
    response.setHeader('X-ClickHouse-Timezone', 'UTC');
    const url = new URL(request.url ?? '/', 'http://localhost');
    answer(request, url, response).catch((error: unknown) => refuse(response, asServerError(error)));
  });
  server.maxConnections = 256;
  server.on('close', () => engine.close());

  async function answer(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
    const asks = url.searchParams.has('query') || request.method === 'POST';
    if (!asks && ['/', '/ping', '/replicas_status'].includes(url.pathname)) return void response.end('Ok.\n');
    if (url.pathname !== '/') return void response.writeHead(404).end(`There is no handle ${url.pathname}\n`);
    if (login) checkLogin(request, url, login);
    const call = await readRequest(request, url, spool);
    response.setHeader('X-ClickHouse-Query-Id', call.queryId);
    const { rows, sql } = call.statement;
    try {
      if (call.waitForEnd || rows !== null || !/^\s*(?:SELECT|WITH)\s/i.test(sql)) await sendWhole(call, response);
      else await sendPieces(call, response);
    } finally {
      if (rows !== null) await rm(rows, { force: true });
    }
  }

  async function sendWhole({ statement, gzip }: Call, response: ServerResponse): Promise<void> {
    const { pieces, summary } = await engine.run(statement);
    response.setHeader('X-ClickHouse-Summary', JSON.stringify(summary));
    await send(Readable.from(pieces, { objectMode: false }), response, gzip);
  }

  /** Once rows are on their way the status is told; a later error stands behind them, marked by a tag. */
  async function sendPieces({ statement, gzip }: Call, response: ServerResponse): Promise<void> {
    const pieces = engine.stream(statement);
    const first = await pieces.next();
    const tag = randomBytes(8).toString('hex');
    response.setHeader('X-ClickHouse-Exception-Tag', tag);
    async function* all(): AsyncGenerator<Uint8Array> {
      try {
        if (!first.done) yield first.value;
        yield* pieces;
      } catch (error) {
        const text = `${asServerError(error).message} (version ${engine.version})\n`;
        yield Buffer.from(
          `\r\n__exception__\r\n${tag}\r\n${text}${Buffer.byteLength(text)} ${tag}\r\n__exception__\r\n`,
        );
      }
    }
    await send(Readable.from(all(), { objectMode: false }), response, gzip);
  }

  function refuse(response: ServerResponse, error: ServerError): void {
    if (response.headersSent) return void response.destroy();
    response.removeHeader('Content-Encoding');
    response.setHeader('X-ClickHouse-Exception-Code', error.code);
    // The rest of a body that was refused is not read.
    if (!response.req.complete) response.setHeader('Connection', 'close');
    response.writeHead(statusOf(error), { 'Content-Type': 'text/plain; charset=UTF-8' });
    response.end(`${error.message} (version ${engine.version})\n`);
  }

  return server;
}

async function send(body: Readable, response: ServerResponse, gzip: boolean): Promise<void> {
  if (!gzip) return pipeline(body, response);
  response.setHeader('Content-Encoding', 'gzip');
  await pipeline(body, createGzip(), response);
}

function checkLogin(request: IncomingMessage, url: URL, login: NonNullable<ServerOptions['login']>): void {
  const basic = /^Basic (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const [user = '', ...rest] = Buffer.from(basic, 'base64').toString().split(':');
  const given = {
    user: String(request.headers['x-clickhouse-user'] ?? url.searchParams.get('user') ?? user),
    password: String(request.headers['x-clickhouse-key'] ?? url.searchParams.get('password') ?? rest.join(':')),
  };
  if (given.user === login.user && given.password === login.password) return;
  const text = `${given.user}: Authentication failed: password is incorrect, or there is no user with such name.`;
  throw new ServerError(516, 'AUTHENTICATION_FAILED', text);
}
