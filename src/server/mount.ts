import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from '#app/access/identify.ts';
import type { Accounts } from '#app/accounts/accounts.ts';
import type { App } from '#app/app.ts';
import type { Installation } from '#app/installation.ts';
import { firstWorkspace } from '#app/open-installation.ts';
import { base } from '#contract/paths.ts';
import type { Route } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { VigieError } from '#domain/error.ts';
import { admit } from './admit.ts';
import type { Handlers, RawInput, RawOutput } from './handler.ts';
import { languageOf } from './language.ts';
import { parseInput } from './parse-input.ts';
import { type Limits, patienceFor } from './plugins/limits.ts';
import { hasBody, mediaTypeOf, openBody, parseJson, readAll } from './read-body.ts';
import { askerOf, headerOf, headersOf, ifMatchOf, takeWorkspace } from './request-parts.ts';

const mebi = 1024 ** 2;
/** Unpacked bytes that a body may have; a file may be large, since it goes to the disk as it comes. */
export const bodyLimits = {
  json: mebi,
  hook: mebi / 2,
  events: 16 * mebi,
  preview: 4 * mebi,
  file: 64 * 1024 * mebi,
} as const;

/**
 * Answers that a client asks for again with their ETag: those that change only with the release and say nothing of anybody,
 * and those that a page looks at every few seconds.
 */
const tagged = new Set(['list-kpis', 'list-dimensions', 'list-reports', 'count-notifications', 'list-discussion']);

/** Answers with a version, which is their ETag: whoever changes them says which one they changed. */
const versioned: ReadonlySet<string> = new Set([
  'create-dashboard',
  'get-calendar',
  'save-calendar',
  'get-dashboard',
  'replace-dashboard',
  'duplicate-dashboard',
  'update-hook',
  'list-policies',
  'order-policies',
  'get-policy',
  'save-policy',
  'retire-policy',
  'restore-policy',
  'write-comment',
  'edit-comment',
]);

/** Answers that are compressed as they are. */
const packed = new Set(['download-backup']);

type AnyHandler = (call: object) => Promise<unknown>;

export interface MountOptions {
  readonly installation: Installation;
  readonly accounts: Accounts;
  readonly handlers: Handlers;
  readonly limits: Limits;
  /** Holds each answer against its schema (tests); an answer that does not fit is an error of the server. */
  readonly checkAnswers: boolean;
}

/** Puts every route of the contract on the server: who asks, may they, read, check, run, reply. */
export function mountRoutes(server: FastifyInstance, options: MountOptions): void {
  for (const route of Object.values<Route>(routes)) {
    const handler = options.handlers[route.id] as AnyHandler;
    server.route({
      method: route.method,
      url: base + route.path.replace(/\{(\w+)\}/g, ':$1'),
      config: { tagged: tagged.has(route.id), routeId: route.id },
      ...(packed.has(route.id) && { compress: false as const }),
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
  const { workspace, query } = takeWorkspace(request);
  const identity = await admit(options.accounts, route.may, headersOf(request), workspace);
  const app = await workspaceOf(options.installation, route, identity);
  const hungUp = new AbortController();
  request.raw.once('close', () => hungUp.abort());
  const call = Object.assign(callerOf(identity, app), {
    installation: options.installation,
    accounts: options.accounts,
    asker: askerOf(request, reply),
    header: (name: string) => headerOf(request, name),
    address: request.ip,
    signal: hungUp.signal,
    params: route.params && parseInput(route.params, request.params, 'path', language),
    query: route.query && parseInput(route.query, query, 'query', language),
    body: await bodyOf(route, request, options.limits),
    ifMatch: ifMatchOf(request),
    language,
    log: request.log,
  });
  const found = await handler(call);
  reply.code(route.answer.status);
  if ('empty' in route.answer) return reply.send();
  if ('raw' in route.answer) return sendBytes(reply, found as RawOutput);
  if (versioned.has(route.id)) reply.header('etag', `"${(found as { version: number }).version}"`);
  return options.checkAnswers ? route.answer.json.parse(found) : found;
}

/** Operators look after the installation from whatever workspace they are in, or from none. */
async function workspaceOf(installation: Installation, route: Route, identity: Identity | null): Promise<App | null> {
  if (identity?.workspace) return installation.workspace(identity.workspace);
  return identity !== null && route.may === 'operate-installation' ? installation.workspace(firstWorkspace) : null;
}

/** Handlers ask for what their route grants; what is not there is refused when it is asked for. */
function callerOf(identity: Identity | null, app: App | null) {
  const given = <T>(value: T | null | undefined, code: 'access.not-signed-in' | 'access.no-workspace'): T => {
    if (value === null || value === undefined) throw new VigieError(code);
    return value;
  };
  return {
    identity,
    get app() {
      return given(app, 'access.no-workspace');
    },
    get actor() {
      return given(identity?.actor, 'access.not-signed-in');
    },
    get signedIn() {
      return given(identity?.signedIn, 'access.not-signed-in');
    },
  };
}

async function bodyOf(route: Route, request: FastifyRequest, limits: Limits): Promise<unknown> {
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
    patienceFor(limits, route.id === 'start-import'),
  );
  if ('raw' in route.body) return { type, bytes } satisfies RawInput;
  const value = parseJson(await readAll(bytes));
  return parseInput(route.body.json, value, 'body', languageOf(request.headers['accept-language']));
}

function limitOf(route: Route): number {
  if (route.id === 'start-import') return bodyLimits.file;
  if (route.id === 'preview-import') return bodyLimits.preview;
  if (route.id === 'receive-hook') return bodyLimits.hook;
  return route.id === 'post-events' ? bodyLimits.events : bodyLimits.json;
}

/** The first bytes are waited for, so that a failure before them is still a problem document. */
async function sendBytes(reply: FastifyReply, output: RawOutput): Promise<FastifyReply> {
  const pieces = output.bytes[Symbol.asyncIterator]();
  const first = await pieces.next();
  async function* all() {
    try {
      for (let piece = first; !piece.done; piece = await pieces.next()) yield piece.value;
    } finally {
      // Whoever asks may have hung up: what made the pieces cleans up after itself.
      await pieces.return?.();
    }
  }
  if (output.filename !== null) {
    const name = output.filename.replaceAll(/[^\w.-]/g, '_');
    reply.header('content-disposition', `attachment; filename="${name}"`);
  }
  return reply.header('content-type', output.type).send(Readable.from(all(), { objectMode: false }));
}
