import type { z } from 'zod';
import { base, paths, type RouteId } from './paths.ts';
import type { Routes } from './routes.ts';
import type { Problem } from './schemas/problem.ts';

type Part<Id extends RouteId, Key extends string> =
  Routes[Id] extends Readonly<Record<Key, infer Value>> ? Value : never;
type Given<Key extends string, Value> = [Value] extends [never] ? unknown : { readonly [K in Key]: Value };
/** Bytes of a body that is not JSON, and their content type. */
export interface RawBody {
  readonly type: string;
  readonly bytes: Blob | string;
}
type BodyOf<Id extends RouteId> = [Part<Id, 'body'>] extends [never]
  ? never
  : Part<Id, 'body'> extends { readonly json: infer Schema extends z.ZodType }
    ? z.input<Schema>
    : RawBody;

/** What a call needs: path parameters, query and body, each only where the route has one. */
export type CallOf<Id extends RouteId> = Given<'params', z.input<Part<Id, 'params'>>> &
  ([Part<Id, 'query'>] extends [never] ? unknown : { readonly query?: z.input<Part<Id, 'query'>> }) &
  Given<'body', BodyOf<Id>>;

/** What a call answers, once parsed. */
export type AnswerOf<Id extends RouteId> =
  Part<Id, 'answer'> extends { readonly json: infer Schema extends z.ZodType } ? z.output<Schema> : Response;

interface AnyCall {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** An answer that is a problem document, or none at all (`status` 0: the server was not reached). */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ApiError';
    this.problem = problem;
  }
}

/** The path and query string of a call, for links that the browser follows itself. */
export function hrefOf<Id extends RouteId>(id: Id, call: CallOf<Id>): string {
  const { params = {}, query = {} } = call as AnyCall;
  const path = paths[id].path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `${base}${path}${text === '' ? '' : `?${text}`}`;
}

const rawBodies: ReadonlySet<RouteId> = new Set(['post-events', 'receive-hook', 'start-import', 'preview-import']);

/** Answers that are files or streams, whatever their content type. */
const rawAnswers: ReadonlySet<RouteId> = new Set([
  'download-backup',
  'export',
  'export-audit',
  'export-person',
  'export-query',
  'export-report',
  'live',
]);

function bodyOf(id: RouteId, body: unknown): RawBody | null {
  if (body === undefined) return null;
  if (rawBodies.has(id)) return body as RawBody;
  return { type: 'application/json', bytes: JSON.stringify(body) };
}

const unreachable: Problem = {
  type: 'about:blank',
  title: 'Unreachable',
  status: 0,
  detail: 'The server did not answer.',
  code: 'client.unreachable',
  todo: 'Check that Vigie is running, then try again.',
  instance: '',
  errors: [],
};

async function problemOf(response: Response): Promise<Problem> {
  const isProblem = response.headers.get('content-type')?.includes('json') === true;
  const read = isProblem ? ((await response.json()) as Partial<Problem>) : {};
  return {
    ...unreachable,
    title: response.statusText,
    detail: `The server answered ${response.status}.`,
    code: 'client.unexpected',
    ...read,
    status: response.status,
  };
}

const hasJson = (response: Response) => response.headers.get('content-type')?.includes('application/json') === true;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The version that a change is of. */
  readonly ifMatch?: number;
}

/** A typed client over `fetch`. `language` is asked at each call, for the texts of problems. */
export function createClient(send: typeof fetch, language: () => string) {
  return async function call<Id extends RouteId>(
    id: Id,
    args: CallOf<Id>,
    options: CallOptions = {},
  ): Promise<AnswerOf<Id>> {
    const body = bodyOf(id, (args as AnyCall).body);
    const response = await send(hrefOf(id, args), {
      method: paths[id].method,
      headers: {
        'accept-language': language(),
        ...(body === null ? {} : { 'content-type': body.type }),
        ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
      },
      ...(body === null ? {} : { body: body.bytes }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    }).catch((cause: unknown): never => {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      throw new ApiError(unreachable);
    });
    if (!response.ok) throw new ApiError(await problemOf(response));
    if (rawAnswers.has(id) || !hasJson(response)) return response as AnswerOf<Id>;
    return (await response.json()) as AnswerOf<Id>;
  };
}

export type Call = ReturnType<typeof createClient>;
