import type { z } from 'zod';
import type { Access } from '#domain/access/permission.ts';
import { type Method, paths, type RouteId } from './paths.ts';

/** A body that is one JSON document, or bytes of one of `types` that the route reads itself. */
export type RouteBody = { readonly json: z.ZodType } | { readonly raw: readonly string[] };

/** An answer of JSON, of bytes of one of `types`, or without a body. */
export type RouteAnswer =
  | { readonly status: number; readonly json: z.ZodType }
  | { readonly status: number; readonly raw: readonly string[] }
  | { readonly status: number; readonly empty: true };

export interface RouteSpec {
  readonly tag:
    | 'account'
    | 'members'
    | 'workspace'
    | 'oversight'
    | 'privacy'
    | 'data in'
    | 'reports'
    | 'saved reports'
    | 'dashboards'
    | 'schedules'
    | 'discussions'
    | 'notifications'
    | 'tickets'
    | 'customers'
    | 'agents'
    | 'service levels'
    | 'channels'
    | 'data out';
  readonly summary: string;
  /** Who may call it. */
  readonly may: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: RouteBody;
  readonly answer: RouteAnswer;
}

export function defineRoute<Id extends RouteId, const Spec extends RouteSpec>(id: Id, spec: Spec) {
  return { id, ...paths[id], ...spec };
}

/** A route as the server and the OpenAPI document see it. */
export type Route = RouteSpec & { readonly id: RouteId; readonly method: Method; readonly path: string };
