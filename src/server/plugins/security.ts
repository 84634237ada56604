import type { FastifyInstance, FastifyRequest } from 'fastify';
import { base } from '#contract/paths.ts';
import { VigieError } from '#domain/error.ts';
import { dataPolicy } from '../content-policy.ts';

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Asked by machines that watch over this one, by whatever name they know it. */
const probes = new Set(['/healthz', '/readyz']);

export interface SecurityOptions {
  readonly host: string;
  readonly publicUrl: string | null;
  /** Of every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Headers of every answer, and two refusals: a Host that is neither of this machine nor the address under which people reach
 * Vigie (a name rebound to it by a hostile page), and a call that a page of another origin makes.
 */
export function addSecurity(server: FastifyInstance, options: SecurityOptions): void {
  const known = [options.host, ...(options.publicUrl === null ? [] : [new URL(options.publicUrl).hostname])];
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(options.headers);
    if (!probes.has(request.url)) checkHost(request, known);
    if (!safeMethods.has(request.method)) checkOrigin(request);
    else if (request.url.startsWith(`${base}/`)) checkReader(request);
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

/** An export or a back-up costs work and is written down: a page of another site may not have a reader's browser ask for it. */
function checkReader(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return;
  throw new VigieError('request.foreign-origin', { origin: String(site).slice(0, 100) });
}

function hostOfOrigin(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Headers of every answer; what is a page or is everybody's replaces some of them. */
export function securityHeaders(publicUrl: string | null): Record<string, string> {
  const encrypted = publicUrl?.startsWith('https:') === true;
  return {
    'content-security-policy': dataPolicy,
    // What somebody is shown is theirs alone: no cache on the way keeps it. What is everybody's says otherwise.
    'cache-control': 'no-store',
    ...(encrypted ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': unused.map((feature) => `${feature}=()`).join(', '),
    // Addresses may hold the secret of a link.
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
  };
}

/** What a browser offers to pages and Vigie never asks for. */
const unused = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
