import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Accounts } from '#app/accounts/accounts.ts';
import { admit } from '../admit.ts';
import { headersOf } from '../request-parts.ts';

export interface Metrics {
  /** Events sent over HTTP, by what became of them. */
  countEvents(outcome: 'accepted' | 'duplicate' | 'rejected', n: number): void;
}

/** `/metrics` in the Prometheus format: the process, requests by route, events taken in. */
export function addMetrics(server: FastifyInstance, accounts: Accounts): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const durations = new Histogram({
    name: 'vigie_http_request_duration_seconds',
    help: 'Time to answer, by route of the contract',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  const events = new Counter({
    name: 'vigie_events_total',
    help: 'Events sent to POST /events, by outcome',
    labelNames: ['outcome'],
    registers: [register],
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  server.get('/metrics', async (request, reply) => {
    await admit(accounts, 'read-audit', headersOf(request), null);
    return reply.header('content-type', register.contentType).send(await register.metrics());
  });
  return { countEvents: (outcome, n) => events.inc({ outcome }, n) };
}
