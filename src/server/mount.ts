import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Installation } from '#app/installation.ts';
import { firstWorkspace } from '#app/open-installation.ts';
import { base } from '#contract/paths.ts';
import type { Route } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { VigieError } from '#domain/error.ts';
import type { Handlers, RawInput, RawOutput } from './handler.ts';
import { languageOf } from './language.ts';
import { parseInput } from './parse-input.ts';
import { hasBody, mediaTypeOf, openBody, parseJson, readAll } from './read-body.ts';

const mebi = 1024 ** 2;
/** Unpacked bytes that a body may have; a file may be large, since it goes to the disk as it comes. */
export const bodyLimits = { json: mebi, events: 16 * mebi, preview: 4 * mebi, file: 64 * 1024 * mebi } as const;

/** Answers that change only with the release or the rules: a client asks again with their ETag. */
const tagged = new Set(['list-kpis', 'list-dimensions', 'list-reports', 'list-calendars', 'list-policies']);

type AnyHandler = (call: object) => Promise<unknown>;

export interface MountOptions {
  readonly installation: Installation;
  readonly handlers: Handlers;
  /** Holds each answer against its schema (tests); an answer that does not fit is an error of the server. */
  readonly checkAnswers: boolean;
}

/** Puts every route of the contract on the server: read, check, run, reply. */
export function mountRoutes(server: FastifyInstance, options: MountOptions): void {
  for (const route of Object.values<Route>(routes)) {
    const handler = options.handlers[route.id] as AnyHandler;
    server.route({
      method: route.method,
      url: base + route.path.replace(/\{(\w+)\}/g, ':$1'),
      config: { tagged: tagged.has(route.id) },
      handler: (request, reply) => answer(route, handler, options, request, reply),
    });
  }
}

async function answer(
  route: Route,
  handler: AnyHandler,
  options: MountOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const language = languageOf(request.headers['accept-language']);
  const found = await handler({
    app: await options.installation.workspace(firstWorkspace),
    params: route.params && parseInput(route.params, request.params, 'path', language),
    query: route.query && parseInput(route.query, request.query, 'query', language),
    body: await bodyOf(route, request),
    language,
    log: request.log,
  });
  reply.code(route.answer.status);
  if ('raw' in route.answer) return sendBytes(reply, found as RawOutput);
  return options.checkAnswers ? route.answer.json.parse(found) : found;
}

async function bodyOf(route: Route, request: FastifyRequest): Promise<unknown> {
  if (route.body === undefined) return undefined;
  const types = 'raw' in route.body ? route.body.raw : ['application/json'];
  const listed = types.join(', ');
  const type = mediaTypeOf(request.headers);
  if (!hasBody(request.headers) && type === '') throw new VigieError('request.body-missing', { types: listed });
  if (!types.includes(type)) throw new VigieError('request.type-unsupported', { type, types: listed });
  const bytes = openBody(
    (request.body as Readable | null | undefined) ?? Readable.from([]),
    request.headers,
    limitOf(route),
  );
  if ('raw' in route.body) return { type, bytes } satisfies RawInput;
  const value = parseJson(await readAll(bytes));
  return parseInput(route.body.json, value, 'body', languageOf(request.headers['accept-language']));
}

function limitOf(route: Route): number {
  if (route.id === 'start-import') return bodyLimits.file;
  if (route.id === 'preview-import') return bodyLimits.preview;
  return route.id === 'post-events' ? bodyLimits.events : bodyLimits.json;
}

/** The first bytes are waited for, so that a failure before them is still a problem document. */
async function sendBytes(reply: FastifyReply, output: RawOutput): Promise<FastifyReply> {
  const pieces = output.bytes[Symbol.asyncIterator]();
  const first = await pieces.next();
  async function* all() {
    for (let piece = first; !piece.done; piece = await pieces.next()) yield piece.value;
  }
  const name = output.filename.replaceAll(/[^\w.-]/g, '_');
  return reply
    .header('content-type', output.type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(all(), { objectMode: false }));
}
