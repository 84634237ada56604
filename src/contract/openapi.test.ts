import { expect, test } from 'vitest';
import { buildOpenApi } from './openapi.ts';
import { paths } from './paths.ts';

const document = buildOpenApi('0.0.0') as {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, unknown> };
};

test('every route of the contract is in the document', () => {
  for (const { method, path } of Object.values(paths)) {
    expect(document.paths[path]?.[method.toLowerCase()], `${method} ${path}`).toBeDefined();
  }
});

test('every reference points to a component that exists', () => {
  const references = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g) ?? [];
  expect(references.length).toBeGreaterThan(20);
  for (const reference of new Set(references)) {
    expect(document.components.schemas, reference).toHaveProperty(reference.split('/').at(-1) ?? '');
  }
});
