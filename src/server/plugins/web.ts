import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The web app's files; what is hashed in its name is kept by the browser for good, the page itself never. */
export function addWeb(server: FastifyInstance, webRoot: string): void {
  server.register(fastifyStatic, {
    root: webRoot,
    preCompressed: true,
    cacheControl: false,
    index: 'index.html',
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
