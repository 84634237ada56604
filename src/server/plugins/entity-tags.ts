import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer carries an ETag, and is not sent again to who has it. */
    readonly tagged?: boolean;
  }
}

/** ETags of the routes that ask for one. Weak, since compression changes the bytes and not the meaning. */
export function addEntityTags(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    if (request.routeOptions.config.tagged !== true || reply.statusCode !== 200) return payload;
    if (typeof payload !== 'string') return payload;
    const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim());
    if (!known.includes(tag) && !known.includes('*')) return payload;
    reply.code(304).removeHeader('content-type');
    return null;
  });
}
