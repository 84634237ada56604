import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Accounts } from '#app/accounts/accounts.ts';
import { version } from '#app/version.ts';
import { buildOpenApi } from '#contract/openapi.ts';
import { admit } from '../admit.ts';
import { textPagePolicy } from '../content-policy.ts';
import { docsStyle, renderDocs } from '../docs-page.ts';
import { languageOf } from '../language.ts';
import { headersOf } from '../request-parts.ts';

/** The OpenAPI document and the pages made of it, written once. */
export function addDocuments(server: FastifyInstance, accounts: Accounts): void {
  const known = (request: FastifyRequest) => admit(accounts, 'somebody', headersOf(request), null);
  const document = buildOpenApi(version);
  const text = JSON.stringify(document);
  const policy = textPagePolicy(docsStyle);
  const pages = { en: renderDocs(document, 'en'), fr: renderDocs(document, 'fr') };
  server.get('/api/openapi.json', { config: { tagged: true } }, async (request, reply) => {
    await known(request);
    return reply.header('content-type', 'application/json; charset=utf-8').send(text);
  });
  server.get('/api/docs', { config: { tagged: true } }, async (request, reply) => {
    await known(request);
    const language = languageOf(request.headers['accept-language']);
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('vary', 'accept-language')
      .send(pages[language]);
  });
}
