import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import type { Statement } from './engine.ts';
import { refusedRequest, ServerError } from './server-error.ts';

/** As `http_max_uri_size` and `http_max_field_value_size` of a server; a field of a URL counts as it is encoded. */
const LONGEST_URL = 1_048_576;
const LONGEST_FIELD = 131_072;
/** Rows of one INSERT; a statement and its fields. */
const MOST_ROW_BYTES = 1_073_741_824;
const MOST_TEXT_BYTES = 16_777_216;

/** Fields of HTTP itself; all others but `param_…` are settings. */
const ownFields = new Set([
  ...['query', 'database', 'default_format', 'query_id', 'user', 'password', 'quota_key', 'role', 'stacktrace'],
  ...['wait_end_of_query', 'buffer_size', 'compress', 'decompress', 'client_protocol_version'],
]);

/** What was asked: a statement, who asks, and how the answer is to travel. */
export interface Call {
  readonly statement: Statement;
  readonly queryId: string;
  readonly waitForEnd: boolean;
  readonly gzip: boolean;
}

/** Reads a request whole; rows of an INSERT go to a file of the folder, which the caller removes. */
export async function readRequest(request: IncomingMessage, url: URL, spool: string): Promise<Call> {
  const fields = new Map(url.searchParams);
  checkFields(url);
  if (fields.has('session_id')) throw new ServerError(48, 'NOT_IMPLEMENTED', 'This server has no sessions');
  let sql = fields.get('query') ?? '';
  let rows: string | null = null;
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) {
    for (const [name, value] of await readForm(request, type)) fields.set(name, value);
    sql = fields.get('query') ?? '';
  } else if (/^\s*INSERT\s.*\sFORMAT\s+\w+[\s;]*$/is.test(sql)) {
    rows = join(spool, `${randomUUID()}.rows`);
    await pipeline(unpacked(request), upTo(MOST_ROW_BYTES), createWriteStream(rows));
  } else {
    const body = await readText(unpacked(request));
    sql = [sql, body].filter((part) => part !== '').join('\n');
  }
  return {
    statement: { sql: checkSingle(sql), ...besides(fields), readOnly: request.method === 'GET', rows },
    queryId: fields.get('query_id') ?? randomUUID(),
    waitForEnd: fields.get('wait_end_of_query') === '1',
    gzip:
      fields.get('enable_http_compression') === '1' &&
      /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')),
  };
}

function besides(fields: ReadonlyMap<string, string>) {
  const params = new Map<string, string>();
  const settings = new Map<string, string>();
  for (const [name, value] of fields) {
    if (!/^\w+$/.test(name)) throw new ServerError(115, 'UNKNOWN_SETTING', `Unknown setting '${name}'`);
    if (name.startsWith('param_')) params.set(name.slice('param_'.length), value);
    else if (!ownFields.has(name)) settings.set(name, value);
  }
  const database = fields.get('database') ?? 'default';
  return { database, format: fields.get('default_format') ?? 'TabSeparated', params, settings };
}

function checkFields(url: URL): void {
  if (url.search.length > LONGEST_URL) throw refusedRequest('HTTP request URI invalid or too long');
  for (const pair of url.search.slice(1).split('&')) {
    if (pair.length - pair.indexOf('=') - 1 > LONGEST_FIELD) throw refusedRequest('Field value too long');
  }
}

async function readForm(request: IncomingMessage, type: string): Promise<[string, string][]> {
  const body = Buffer.from(await readBytes(unpacked(request)));
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  return [...form].map(([name, value]) => {
    if (typeof value !== 'string') throw new ServerError(48, 'NOT_IMPLEMENTED', 'This server takes no external tables');
    if (Buffer.byteLength(value) > LONGEST_FIELD) throw refusedRequest('Field value too long');
    return [name, value];
  });
}

function unpacked(request: IncomingMessage): Readable {
  const encoding = request.headers['content-encoding'];
  if (encoding === undefined) return request;
  const unpack = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress, zstd: createZstdDecompress };
  const make = unpack[encoding as keyof typeof unpack];
  if (!make) throw new ServerError(48, 'NOT_IMPLEMENTED', `Unknown compression method: ${encoding}`);
  return request.pipe(make());
}

function upTo(most: number): Transform {
  let taken = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      taken += chunk.length;
      if (taken > most) done(refusedRequest('The body is too large for a test'));
      else done(null, chunk);
    },
  });
}

async function readBytes(stream: Readable): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream.pipe(upTo(MOST_TEXT_BYTES))) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces);
}

async function readText(stream: Readable): Promise<string> {
  return Buffer.from(await readBytes(stream)).toString('utf8');
}

/** HTTP takes one statement; the engine would take several. */
function checkSingle(sql: string): string {
  if (sql.trim() === '') throw new ServerError(62, 'SYNTAX_ERROR', 'Empty query');
  const bare = sql.replaceAll(/'(?:[^'\\]|\\.|'')*'|`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"|--[^\n]*|\/\*.*?\*\//gs, '');
  if (/;\s*\S/.test(bare)) throw new ServerError(62, 'SYNTAX_ERROR', 'Multi-statements are not allowed');
  return sql;
}
