import type { Problem } from '#contract/schemas/problem.ts';
import { type ErrorEntry, type ErrorKind, fillTemplate, type Language, type VigieError } from '#domain/error.ts';
import { type ErrorCode, errorCatalogue } from '#domain/error-catalogue.ts';
import type { InputIssue } from './parse-input.ts';

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
const statusOfCode: Partial<Record<ErrorCode, number>> = {
  'calendar.changed': 412,
  'calendar.version-missing': 428,
  'dashboard.changed': 412,
  'dashboard.version-missing': 428,
  'hook.changed': 412,
  'policy.changed': 412,
  'policy.order-changed': 412,
  'policy.version-missing': 428,
  'request.headers-too-large': 431,
  'request.too-slow': 408,
  'request.type-unsupported': 415,
  'request.url-too-long': 414,
  'server.unexpected': 500,
};

const titles: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  400: { en: 'Bad request', fr: 'Requête incorrecte' },
  401: { en: 'Not signed in', fr: 'Non connecté' },
  403: { en: 'Refused', fr: 'Refusé' },
  404: { en: 'Not found', fr: 'Introuvable' },
  408: { en: 'Too slow', fr: 'Trop lent' },
  409: { en: 'Conflict', fr: 'Conflit' },
  412: { en: 'Changed meanwhile', fr: 'Modifié entre-temps' },
  413: { en: 'Too large', fr: 'Trop volumineux' },
  414: { en: 'Address too long', fr: 'Adresse trop longue' },
  415: { en: 'Unsupported type', fr: 'Type non pris en charge' },
  428: { en: 'Version missing', fr: 'Version manquante' },
  429: { en: 'Too many requests', fr: 'Trop de requêtes' },
  431: { en: 'Headers too large', fr: 'En-têtes trop volumineux' },
  500: { en: 'Unexpected error', fr: 'Erreur inattendue' },
  503: { en: 'Unavailable', fr: 'Indisponible' },
};

export const problemType = 'application/problem+json; charset=utf-8';

/** A failure as problem details (RFC 9457); `instance` is the id of the request, under which the log knows it. */
export function problemOf(
  error: VigieError,
  language: Language,
  instance: string,
  issues: readonly InputIssue[] = [],
): Problem {
  const entry: ErrorEntry = errorCatalogue[error.code];
  const status = statusOfCode[error.code] ?? statuses[error.kind];
  const detail = fillTemplate(entry.message[language], error.params);
  const own = error.path === undefined ? [] : [{ path: error.path, code: error.code, message: detail }];
  return {
    type: `/api/docs#${error.code}`,
    title: titles[status]?.[language] ?? String(status),
    status,
    detail,
    code: error.code,
    todo: fillTemplate(entry.todo[language], error.params),
    instance,
    errors: [...(issues.length > 0 ? issues : own)],
  };
}
