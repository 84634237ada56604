import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy, sourceHash } from '../content-policy.ts';

/** Stands in the built page for the nonce of each answer. */
const placeholder = '__STYLE_NONCE__';

/** The page of the web app. */
export interface Page {
  /** Sends it with a nonce of its own, and the policy that names it. */
  send(reply: FastifyReply): FastifyReply;
}

/** Null where the app is not built. */
export function readPage(webRoot: string): Page | null {
  const file = join(webRoot, 'index.html');
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const scripts = text.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g);
  const hashes = [...scripts].map(([, script = '']) => sourceHash(script));
  return {
    send(reply) {
      const nonce = randomBytes(16).toString('base64');
      return reply
        .header('content-security-policy', pagePolicy(nonce, hashes))
        .header('content-type', 'text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(text.replaceAll(placeholder, nonce));
    },
  };
}

/** The web app's files; what is hashed in its name is kept by the browser for good, the page itself never. */
export function addWeb(server: FastifyInstance, webRoot: string, page: Page): void {
  for (const url of ['/', '/index.html']) server.get(url, async (_, reply) => page.send(reply));
  server.register(fastifyStatic, {
    root: webRoot,
    preCompressed: true,
    cacheControl: false,
    index: false,
    setHeaders(reply, path) {
      const hashed = /[\\/]assets[\\/]/.test(path);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** An address inside the web app: a page to show, not a file or a call that does not exist. */
export function isPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const path = request.url.split('?', 1)[0] ?? '';
  const lastPart = path.slice(path.lastIndexOf('/') + 1);
  if (path.startsWith('/api/') || path.startsWith('/assets/')) return false;
  return (request.headers.accept ?? '').includes('text/html') || !lastPart.includes('.');
}
