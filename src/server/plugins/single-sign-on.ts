import type { FastifyInstance } from 'fastify';
import type { Accounts } from '#app/accounts/accounts.ts';
import { finishSingleSignOn } from '#app/accounts/finish-single-sign-on.ts';
import { headersOf } from '../request-parts.ts';

/** The address to which the single sign-on provider sends people back: the one route of the library that is served. */
export function addSingleSignOn(server: FastifyInstance, accounts: Accounts): void {
  if (accounts.singleSignOn === null) return;
  server.get('/api/auth/callback/oidc', async (request, reply) => {
    const { url, ip } = request;
    const { status, location, cookies } = await finishSingleSignOn(accounts, url, headersOf(request), ip);
    for (const cookie of cookies) reply.header('set-cookie', cookie);
    return reply.redirect(location, status);
  });
}
