import { type ErrorEntry, fillTemplate, type Language } from '#domain/error.ts';
import { errorCatalogue } from '#domain/error-catalogue.ts';

type Json = Readonly<Record<string, unknown>>;
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters: readonly (Json & { name: string; in: string; required: boolean; schema: Json })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Json>> };
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, Json>> }>>;
}

const words = {
  en: { title: 'Vigie API', document: 'OpenAPI document', parameters: 'Parameters', body: 'Body', answer: 'Answer' },
  fr: {
    title: 'API de Vigie',
    document: 'document OpenAPI',
    parameters: 'Paramètres',
    body: 'Corps',
    answer: 'Réponse',
  },
} as const;
const moreWords = {
  en: { schemas: 'Schemas', errors: 'Errors', required: 'required' },
  fr: { schemas: 'Schémas', errors: 'Erreurs', required: 'obligatoire' },
} as const;

/** The one style element of the page. */
export const docsStyle = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:0 auto;padding:1rem}
code,pre{font:.875rem/1.5 ui-monospace,monospace}pre{overflow:auto;padding:.75rem;border:1px solid #8884;border-radius:6px}
details{border-top:1px solid #8884;padding:.5rem 0}summary{cursor:pointer}summary code{font-weight:600}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #8883}
:target{outline:2px solid currentColor}`;

/** The API's documentation as one page that needs nothing else, from the OpenAPI document and the error catalogue. */
export function renderDocs(document: Json, language: Language): string {
  const text = words[language];
  const more = moreWords[language];
  const paths = document.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const base = (document.servers as readonly { url: string }[])[0]?.url ?? '';
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path: base + path, method: method.toUpperCase(), operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(tag));
    return `<h2>${escapeHtml(tag)}</h2>${own.map((one) => renderOperation(one, language)).join('')}`;
  });
  const schemas = Object.entries((document.components as { schemas: Json }).schemas);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${text.title}</title>`,
    `<style>${docsStyle}</style></head><body><h1>${text.title}</h1>`,
    `<p><a href="/api/openapi.json">${text.document}</a></p>`,
    ...sections,
    `<h2>${more.schemas}</h2>`,
    ...schemas.map(
      ([name, schema]) => `<details id="schema-${name}"><summary>${name}</summary>${code(schema)}</details>`,
    ),
    `<h2>${more.errors}</h2><table>${renderErrors(language)}</table></body></html>`,
  ].join('\n');
}

function renderOperation(one: { path: string; method: string; operation: Operation }, language: Language): string {
  const text = words[language];
  const { parameters, requestBody, responses, summary, operationId } = one.operation;
  const rows = parameters.map(
    (parameter) =>
      `<tr><td><code>${parameter.name}</code><br>${parameter.in}${parameter.required ? `, ${moreWords[language].required}` : ''}</td><td>${code(parameter.schema)}</td></tr>`,
  );
  const answers = Object.entries(responses).filter(([status]) => status !== 'default');
  return [
    `<details id="${operationId}"><summary><code>${one.method} ${escapeHtml(one.path)}</code> ${escapeHtml(summary)}</summary>`,
    rows.length > 0 ? `<h3>${text.parameters}</h3><table>${rows.join('')}</table>` : '',
    requestBody === undefined ? '' : `<h3>${text.body}</h3>${renderContent(requestBody.content)}`,
    ...answers.map(([status, answer]) => `<h3>${text.answer} ${status}</h3>${renderContent(answer.content)}`),
    '</details>',
  ].join('');
}

function renderContent(content: Readonly<Record<string, Json>> = {}): string {
  return Object.entries(content)
    .map(([type, { schema }]) => `<p><code>${escapeHtml(type)}</code></p>${code(schema)}`)
    .join('');
}

function renderErrors(language: Language): string {
  return Object.entries<ErrorEntry>(errorCatalogue)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { message, todo }]) => {
      const said = [message, todo].map((part) => escapeHtml(fillTemplate(part[language], {})));
      return `<tr id="${name}"><td><code>${name}</code></td><td>${said.join('<br>')}</td></tr>`;
    })
    .join('');
}

function code(value: unknown): string {
  return `<pre>${escapeHtml(JSON.stringify(value, null, 2) ?? '')}</pre>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
