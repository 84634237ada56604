import type { FastifyInstance } from 'fastify';
import type { App } from '#app/app.ts';
import { checkStores } from '#app/check-stores.ts';

/** `/healthz`: the process answers. `/readyz`: both stores answer too. */
export function addHealth(server: FastifyInstance, app: App): void {
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_, reply) => {
    const stores = await checkStores(app);
    const ready = Object.values(stores).every((state) => state === 'ok');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', ...stores });
  });
}
