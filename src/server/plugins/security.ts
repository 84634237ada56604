import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { VigieError } from '#domain/error.ts';

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Asked by machines that watch over this one, by whatever name they know it. */
const probes = new Set(['/healthz', '/readyz']);

export interface SecurityOptions {
  readonly host: string;
  readonly publicUrl: string | null;
  readonly webRoot: string | null;
}

/**
 * Headers of every answer, and two refusals: a Host that is neither of this machine nor the address under which people reach
 * Vigie (a name rebound to it by a hostile page), and a write that a page of another origin sends.
 */
export function addSecurity(server: FastifyInstance, options: SecurityOptions): void {
  const headers = securityHeaders(options.webRoot, options.publicUrl?.startsWith('https:') === true);
  const known = [options.host, ...(options.publicUrl === null ? [] : [new URL(options.publicUrl).hostname])];
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    if (!probes.has(request.url)) checkHost(request, known);
    if (!safeMethods.has(request.method)) checkOrigin(request);
  });
}

function checkHost(request: FastifyRequest, known: readonly string[]): void {
  const host = hostnameOf(request.headers.host ?? '');
  if (loopback.test(host) || known.includes(host)) return;
  throw new VigieError('request.foreign-host', { host: host.slice(0, 100) });
}

function hostnameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

/** Browsers say themselves where a request comes from; older ones send an Origin; programs send neither. */
function checkOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  const same = origin === undefined ? site === undefined : hostOfOrigin(origin) === host?.toLowerCase();
  if (!same) throw new VigieError('request.foreign-origin', { origin: (origin ?? String(site)).slice(0, 100) });
}

function hostOfOrigin(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function securityHeaders(webRoot: string | null, encrypted: boolean): Record<string, string> {
  const policy = [
    "default-src 'self'",
    ["script-src 'self'", ...inlineScripts(webRoot)].join(' '),
    // Mantine and ECharts set style attributes and style elements at run time.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    ...(encrypted ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

/** Hashes of the scripts written into the page itself, which `'self'` does not cover. */
function inlineScripts(webRoot: string | null): string[] {
  const file = join(webRoot ?? '', 'index.html');
  if (webRoot === null || !existsSync(file)) return [];
  const page = readFileSync(file, 'utf8');
  const scripts = page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [...scripts].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}
