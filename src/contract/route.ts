import type { z } from 'zod';
import { paths, type RouteId } from './paths.ts';

/** A body that is one JSON document, or bytes of one of `types` that the route reads itself. */
export type RouteBody = { readonly json: z.ZodType } | { readonly raw: readonly string[] };

/** An answer of JSON, or of bytes of one of `types`. */
export type RouteAnswer =
  | { readonly status: number; readonly json: z.ZodType }
  | { readonly status: number; readonly raw: readonly string[] };

export interface RouteSpec {
  readonly tag: 'workspace' | 'data in' | 'reports' | 'tickets' | 'service levels' | 'data out';
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: RouteBody;
  readonly answer: RouteAnswer;
}

export function defineRoute<Id extends RouteId, const Spec extends RouteSpec>(id: Id, spec: Spec) {
  return { id, ...paths[id], ...spec };
}

/** A route as the server and the OpenAPI document see it. */
export type Route = RouteSpec & { readonly id: RouteId; readonly method: 'GET' | 'POST'; readonly path: string };
