import { version } from '../../src/app/version.ts';
import { buildOpenApi } from '../../src/contract/openapi.ts';
import { base } from '../../src/contract/paths.ts';
import type { Route } from '../../src/contract/route.ts';
import { routes } from '../../src/contract/routes.ts';
import { code, codes, madeFrom, page, table } from './markdown.ts';

export function openApiDocument(): string {
  return `${JSON.stringify(buildOpenApi(version), null, 2)}\n`;
}

function bodyOf({ body }: Route): string {
  if (body === undefined) return '–';
  return 'json' in body ? code('application/json') : codes(body.raw);
}

function answerOf({ answer }: Route): string {
  if ('empty' in answer) return `${answer.status}`;
  return `${answer.status}, ${'json' in answer ? code('application/json') : codes(answer.raw)}`;
}

export function httpApiPage(): string {
  const all = Object.values<Route>(routes);
  const tags = [...new Set(all.map((route) => route.tag))];
  const sections = tags.flatMap((tag) => [
    `## ${tag[0]?.toUpperCase()}${tag.slice(1)}`,
    table(
      ['route', 'does', 'who', 'query', 'body', 'answer'],
      all
        .filter((route) => route.tag === tag)
        .map((route) => [
          code(`${route.method} ${base}${route.path}`),
          route.summary,
          code(route.may),
          codes(Object.keys(route.query?.shape ?? {})),
          bodyOf(route),
          answerOf(route),
        ]),
    ),
  ]);
  return page(
    '# HTTP API',
    madeFrom('src/contract/routes/'),
    'The whole contract with its schemas is the OpenAPI 3.1 document, in [openapi.json](openapi.json) and at ' +
      '`/api/openapi.json` of a running server. A failure is a problem document (RFC 9457) with a code of the ' +
      '[list of errors](errors.md).',
    ...sections,
  );
}
