import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asker } from '#app/accounts/ask.ts';

/** Names the workspace that a request is about, for who is a member of several. */
const workspaceHeader = 'vigie-workspace';

type Query = Readonly<Record<string, unknown>>;

/** The workspace that a request names in its header, or in its address where no header can be sent (links, live streams). */
export function takeWorkspace(request: FastifyRequest): { workspace: string | null; query: Query } {
  const { workspace, ...query } = request.query as Query;
  const header = request.headers[workspaceHeader];
  const named = typeof header === 'string' ? header : typeof workspace === 'string' ? workspace : '';
  return { workspace: named === '' ? null : named, query };
}

/** What tells who asks, and nothing else of the request. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers({ 'x-vigie-client': request.ip });
  for (const name of ['authorization', 'cookie', 'user-agent'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

export function askerOf(request: FastifyRequest, reply: FastifyReply): Asker {
  return {
    headers: headersOf(request),
    setCookies(cookies) {
      for (const cookie of cookies) reply.header('set-cookie', cookie);
    },
  };
}

/** Null: it is missing, or there are several. */
export function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name.toLowerCase()];
  return typeof value === 'string' ? value : null;
}

/** The entity tag of `If-Match`: a proxy that compresses makes it a weak one. */
export function ifMatchOf(request: FastifyRequest): string | null {
  return /^\s*(?:W\/)?"([^"]*)"\s*$/.exec(request.headers['if-match'] ?? '')?.[1] ?? null;
}
