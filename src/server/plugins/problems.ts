import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '#contract/schemas/problem.ts';
import { type ErrorEntry, type ErrorKind, fillTemplate, type Language, VigieError } from '#domain/error.ts';
import { type ErrorCode, errorCatalogue } from '#domain/error-catalogue.ts';
import { languageOf } from '../language.ts';
import { InputError, type InputIssue } from '../parse-input.ts';
import { isPage } from './web.ts';

/** The one place that turns a kind of failure into a status. */
const statuses: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  limited: 429,
  unavailable: 503,
};
const statusOfCode: Partial<Record<ErrorCode, number>> = { 'request.type-unsupported': 415, 'server.unexpected': 500 };

/** After how long to ask again of a store that is away. */
const RETRY_AFTER_SECONDS = 5;

const titles: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  400: { en: 'Bad request', fr: 'Requête incorrecte' },
  401: { en: 'Not signed in', fr: 'Non connecté' },
  403: { en: 'Refused', fr: 'Refusé' },
  404: { en: 'Not found', fr: 'Introuvable' },
  409: { en: 'Conflict', fr: 'Conflit' },
  413: { en: 'Too large', fr: 'Trop volumineux' },
  415: { en: 'Unsupported type', fr: 'Type non pris en charge' },
  429: { en: 'Too many requests', fr: 'Trop de requêtes' },
  500: { en: 'Unexpected error', fr: 'Erreur inattendue' },
  503: { en: 'Unavailable', fr: 'Indisponible' },
};

/** Answers every failure as problem details (RFC 9457); what nobody expected is logged here, and only here. */
export function addProblems(server: FastifyInstance, options: { pages: boolean }): void {
  server.setErrorHandler((error: unknown, request, reply) => {
    const known = asVigieError(error, request);
    const issues = error instanceof InputError ? error.issues : [];
    if (known.code === 'server.unexpected') request.log.error({ err: error, request: request.id }, 'request failed');
    return sendProblem(reply, request, known, issues);
  });
  server.setNotFoundHandler((request, reply) => {
    if (options.pages && isPage(request)) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return sendProblem(reply, request, noRoute(request), []);
  });
}

function noRoute(request: FastifyRequest): VigieError {
  const path = request.url.split('?', 1)[0] ?? '';
  return new VigieError('request.no-route', { method: request.method, path: path.slice(0, 200) });
}

function asVigieError(error: unknown, request: FastifyRequest): VigieError {
  if (error instanceof VigieError) return error;
  if (error instanceof InputError) {
    const first = error.issues[0];
    return new VigieError('request.invalid', { reason: `${first?.path ?? ''} (${first?.message ?? ''})` });
  }
  const status = (error as Partial<FastifyError> | null)?.statusCode ?? 500;
  if (status >= 400 && status < 500) return new VigieError('request.invalid', { reason: (error as Error).message });
  return new VigieError('server.unexpected', { id: request.id }, { cause: error });
}

function sendProblem(
  reply: FastifyReply,
  request: FastifyRequest,
  error: VigieError,
  issues: readonly InputIssue[],
): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  const entry: ErrorEntry = errorCatalogue[error.code];
  const status = statusOfCode[error.code] ?? statuses[error.kind];
  const detail = fillTemplate(entry.message[language], error.params);
  const own = error.path === undefined ? [] : [{ path: error.path, code: error.code, message: detail }];
  const problem: Problem = {
    type: `/api/docs#${error.code}`,
    title: titles[status]?.[language] ?? String(status),
    status,
    detail,
    code: error.code,
    todo: fillTemplate(entry.todo[language], error.params),
    instance: request.id,
    errors: [...(issues.length > 0 ? issues : own)],
  };
  if (status === 503 && error.code !== 'server.unexpected') reply.header('retry-after', RETRY_AFTER_SECONDS);
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}
