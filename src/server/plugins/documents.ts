import type { FastifyInstance } from 'fastify';
import { version } from '#app/version.ts';
import { buildOpenApi } from '#contract/openapi.ts';
import { renderDocs } from '../docs-page.ts';
import { languageOf } from '../language.ts';

/** The OpenAPI document and the pages made of it, written once. */
export function addDocuments(server: FastifyInstance): void {
  const document = buildOpenApi(version);
  const text = JSON.stringify(document);
  const pages = { en: renderDocs(document, 'en'), fr: renderDocs(document, 'fr') };
  server.get('/api/openapi.json', { config: { tagged: true } }, async (_, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(text),
  );
  server.get('/api/docs', { config: { tagged: true } }, async (request, reply) => {
    const language = languageOf(request.headers['accept-language']);
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('vary', 'accept-language')
      .send(pages[language]);
  });
}
