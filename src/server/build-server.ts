import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Accounts } from '#app/accounts/accounts.ts';
import type { Installation } from '#app/installation.ts';
import { mountRoutes } from './mount.ts';
import { addDocuments } from './plugins/documents.ts';
import { addEntityTags } from './plugins/entity-tags.ts';
import { addHealth } from './plugins/health.ts';
import { addLimits, type Limits, limitOptions, usualLimits } from './plugins/limits.ts';
import { addMetrics } from './plugins/metrics.ts';
import { addProblems } from './plugins/problems.ts';
import { addRateLimit } from './plugins/rate-limit.ts';
import { addSecurity, securityHeaders } from './plugins/security.ts';
import { addSingleSignOn } from './plugins/single-sign-on.ts';
import { addWeb, readPage } from './plugins/web.ts';
import { buildHandlers } from './routes/index.ts';

export interface ServerOptions {
  /** The built web app (`dist/web`); null serves the API alone. */
  readonly webRoot: string | null;
  /** Null keeps silent. */
  readonly log: FastifyBaseLogger | null;
  /** The address it will listen on: on loopback, only names of this machine are answered. */
  readonly host?: string;
  /** The address under which people reach it; null: where it listens. */
  readonly publicUrl?: string | null;
  /** Whether a proxy in front says whom it serves. */
  readonly trustProxy?: boolean;
  /** Requests a minute of one address or token; 0 (the default): any number. */
  readonly rateLimit?: number;
  /** How much of the server one caller can hold; what is left out is the usual. */
  readonly limits?: Partial<Limits>;
  /** Holds every answer against the contract; for tests. */
  readonly checkAnswers?: boolean;
}

/** The HTTP server over an open installation: API, documents, health, metrics and the web app. The caller listens and closes. */
export function buildServer(installation: Installation, accounts: Accounts, options: ServerOptions): FastifyInstance {
  const limits = { ...usualLimits, ...options.limits };
  const { host = '127.0.0.1', publicUrl = null } = options;
  const headers = securityHeaders(publicUrl);
  const server: FastifyInstance = fastify({
    ...limitOptions(limits, headers),
    ...(options.log === null ? { logger: false } : { loggerInstance: options.log }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 1000, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => server.errorHandler(error, request, reply.headers(headers)),
    forceCloseConnections: 'idle',
    trustProxy: options.trustProxy === true,
  });
  const { webRoot } = options;

  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_, payload, done) => done(null, payload));
  const page = webRoot === null ? null : readPage(webRoot);
  addProblems(server, page);
  addSecurity(server, { host, publicUrl, headers });
  addLimits(server, limits);
  addEntityTags(server);
  server.register(compress, {
    global: true,
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  // What follows is registered, so that it comes after compression, which only sees later routes.
  server.register(async (scope) => {
    const metrics = addMetrics(scope, accounts);
    addHealth(scope, installation);
    addDocuments(scope, accounts);
    addRateLimit(scope, { perMinute: options.rateLimit ?? 0, now: installation.now });
    const checkAnswers = options.checkAnswers === true;
    mountRoutes(scope, { installation, accounts, handlers: buildHandlers(metrics), limits, checkAnswers });
    addSingleSignOn(scope, accounts);
    if (webRoot !== null && page !== null) addWeb(scope, webRoot, page);
  });
  return server;
}
