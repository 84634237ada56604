import type { FastifyInstance } from 'fastify';
import type { Installation } from '#app/installation.ts';
import { checkStores } from '#app/stores/check-stores.ts';

/** `/healthz`: the process answers. `/readyz`: both stores answer too. */
export function addHealth(server: FastifyInstance, installation: Installation): void {
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_, reply) => {
    const stores = await checkStores(installation);
    const ready = Object.values(stores).every((state) => state === 'ok');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', ...stores });
  });
}
