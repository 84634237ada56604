import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { knownFailure } from '#app/known-failure.ts';
import { hideSecrets } from '#app/logging/hide-secrets.ts';
import { VigieError } from '#domain/error.ts';
import { languageOf } from '../language.ts';
import { InputError, type InputIssue } from '../parse-input.ts';
import { problemOf, problemType } from '../problem-document.ts';
import { isPage, type Page } from './web.ts';

/** After how long to ask again of a store that is away. */
const RETRY_AFTER_SECONDS = 5;

/** Answers every failure as problem details (RFC 9457); what nobody expected is logged here, and only here. */
export function addProblems(server: FastifyInstance, page: Page | null): void {
  server.setErrorHandler((error: unknown, request, reply) => {
    const known = asVigieError(error, request);
    const issues = error instanceof InputError ? error.issues : [];
    if (known.code === 'server.unexpected') request.log.error({ err: error, request: request.id }, 'request failed');
    else if (isRefusal(known)) tellRefusal(request, known);
    return sendProblem(reply, request, known, issues);
  });
  server.setNotFoundHandler((request, reply) => {
    if (page !== null && isPage(request)) return page.send(reply);
    return sendProblem(reply, request, noRoute(request), []);
  });
}

/** Who may not, and what does not fit the contract; floods are told where they are counted. */
function isRefusal({ kind, code }: VigieError): boolean {
  if (kind === 'unauthenticated' || kind === 'forbidden') return true;
  return code.startsWith('request.') && (kind === 'invalid' || kind === 'too-large');
}

/** Who was refused what, for whoever looks for a break-in afterwards. */
function tellRefusal(request: FastifyRequest, { code }: VigieError): void {
  const { url: route = null } = request.routeOptions;
  request.log.info({ code, method: request.method, route, address: request.ip, request: request.id }, 'refused');
}

function noRoute(request: FastifyRequest): VigieError {
  const path = request.url.split('?', 1)[0] ?? '';
  return new VigieError('request.no-route', { method: request.method, path: hideSecrets(path.slice(0, 200)) });
}

function asVigieError(error: unknown, request: FastifyRequest): VigieError {
  const own = ownError(error);
  if (own !== null) return own;
  if (error instanceof InputError) {
    const first = error.issues[0];
    return new VigieError('request.invalid', { reason: `${first?.path ?? ''} (${first?.message ?? ''})` });
  }
  const status = (error as Partial<FastifyError> | null)?.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    return new VigieError('request.invalid', { reason: hideSecrets((error as Error).message) });
  }
  return knownFailure(error) ?? new VigieError('server.unexpected', { id: request.id }, { cause: error });
}

/** Ours, also where a library has put an error of its own around it. */
function ownError(error: unknown): VigieError | null {
  if (error instanceof VigieError) return error;
  return error instanceof Error && error.cause !== undefined ? ownError(error.cause) : null;
}

function sendProblem(
  reply: FastifyReply,
  request: FastifyRequest,
  error: VigieError,
  issues: readonly InputIssue[],
): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  const problem = problemOf(error, language, request.id, issues);
  const passes = (error.kind === 'unavailable' && problem.status === 503) || error.code === 'ingest.overloaded';
  if (passes) reply.header('retry-after', RETRY_AFTER_SECONDS);
  if (error.code === 'request.too-slow') reply.header('connection', 'close');
  return reply
    .code(problem.status)
    .header('content-type', problemType)
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}
