import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RouteId } from '#contract/paths.ts';
import { VigieError } from '#domain/error.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route of the contract. */
    readonly routeId?: RouteId;
  }
}

const MINUTE = 60_000;
/** Callers remembered at a time; beyond it those of earlier minutes are forgotten first. */
const MOST_CALLERS = 50_000;

/** Routes at which secrets could be guessed: of one address, in a minute. */
const guessed: Partial<Record<RouteId, number>> = {
  'sign-in': 20,
  'verify-two-factor': 20,
  'create-owner': 10,
  'request-password-reset': 5,
  'reset-password': 10,
  'accept-invitation': 20,
  'get-invitation': 30,
  'open-link': 30,
  'change-password': 10,
  'start-two-factor': 10,
  'confirm-two-factor': 20,
  'stop-two-factor': 10,
};
/** Events come from machines: they have a budget of their own, so many times as large. */
const EVENTS_FACTOR = 20;
const ofMachines: ReadonlySet<RouteId> = new Set(['post-events', 'receive-hook']);

interface Window {
  readonly minute: number;
  count: number;
}

/** Refuses a caller (a token, else an address) who asks too often, before anything is read or looked up for them. */
export function addRateLimit(server: FastifyInstance, options: { perMinute: number; now(): number }): void {
  const { perMinute } = options;
  if (perMinute === 0) return;
  const windows = new Map<string, Window>();
  server.addHook('onRequest', async (request, reply) => {
    const now = options.now();
    for (const [key, limit] of budgetsOf(request, perMinute)) {
      const asked = count(windows, key, Math.floor(now / MINUTE));
      if (asked <= limit) continue;
      // Once a minute and caller: a flood of requests is no flood of lines.
      if (asked === limit + 1) request.log.warn({ address: request.ip, limit }, 'asks too often');
      const seconds = 60 - (Math.floor(now / 1000) % 60);
      reply.header('retry-after', seconds);
      throw new VigieError('request.too-many', { seconds });
    }
  });
}

function budgetsOf(request: FastifyRequest, perMinute: number): readonly (readonly [string, number])[] {
  const { routeId } = request.routeOptions.config;
  const caller = request.headers.authorization ?? request.ip;
  if (routeId !== undefined && ofMachines.has(routeId)) return [[`events ${caller}`, perMinute * EVENTS_FACTOR]];
  const own = routeId === undefined ? undefined : guessed[routeId];
  const general = [caller, perMinute] as const;
  return own === undefined ? [general] : [general, [`${routeId} ${request.ip}`, Math.min(own, perMinute)]];
}

function count(windows: Map<string, Window>, key: string, minute: number): number {
  const known = windows.get(key);
  if (known?.minute === minute) return ++known.count;
  if (windows.size >= MOST_CALLERS) forget(windows, minute);
  windows.set(key, { minute, count: 1 });
  return 1;
}

function forget(windows: Map<string, Window>, minute: number): void {
  for (const [key, window] of windows) if (window.minute !== minute) windows.delete(key);
  // All of this minute: a flood from many addresses. Those longest known go first.
  for (const key of windows.keys()) {
    if (windows.size < MOST_CALLERS / 2) return;
    windows.delete(key);
  }
}
