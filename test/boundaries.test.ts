import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../src');

/** What each layer may import: the arrows of the house, one way. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  records: ['domain'],
  analytics: ['domain'],
  connectors: ['domain'],
  notifiers: ['domain'],
  contract: ['domain'],
  presentation: ['domain', 'contract'],
  app: ['domain', 'records', 'analytics', 'connectors', 'notifiers', 'contract', 'presentation', 'settings'],
  server: ['app', 'contract', 'domain', 'settings'],
  jobs: ['app', 'contract', 'domain', 'settings'],
  cli: ['app', 'contract', 'domain', 'jobs', 'server', 'settings'],
  web: ['contract', 'domain', 'presentation'],
  settings: [],
  main: ['cli', 'settings'],
};

/** Packages of the runtime or of the browser that the domain must not know; it imports nothing at all. */
const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g;

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|db\.test|e2e)\.tsx?$/.test(file))
  .map((file) => join(src, file));

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(importPattern)].map(
    (match) => (match[1] ?? match[2] ?? match[3]) as string,
  );
}

function layerOf(file: string): string {
  return (
    relative(src, file)
      .split('/')[0]
      ?.replace(/\.tsx?$/, '') ?? ''
  );
}

/** The layer an import leads to: null for packages, and for what lies outside src (package.json). */
function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1).split('/')[0] ?? null;
  const path = resolve(dirname(file), specifier);
  return specifier.startsWith('.') && path.startsWith(src) ? layerOf(path) : null;
}

const forbidden = files.flatMap((file) =>
  importsOf(file).flatMap((specifier) => {
    const from = layerOf(file);
    const to = targetOf(file, specifier);
    if (to === null || to === from || arrows[from]?.includes(to)) return [];
    return [`${relative(src, file)} → ${specifier}: ${from} may not import ${to}`];
  }),
);

test('arrows between the layers go one way', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(forbidden).toEqual([]);
});

test('the domain imports no package', () => {
  const packages = files
    .filter((file) => layerOf(file) === 'domain')
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('.'))
        .map((name) => `${relative(src, file)} → ${name}`),
    );
  expect(packages).toEqual([]);
});

test('the presentation imports no package but those that its texts and pictures are made with', () => {
  const packages = files
    .filter((file) => layerOf(file) === 'presentation')
    .flatMap((file) => importsOf(file).filter((name) => !/^[.#]/.test(name)));
  expect([...new Set(packages)].sort()).toEqual([
    'echarts/charts',
    'echarts/components',
    'echarts/core',
    'echarts/renderers',
    'i18next',
  ]);
});

test('inside a layer imports are relative, across layers they are #layer/…', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => {
        const to = targetOf(file, name);
        if (to === null || to === 'settings') return false;
        return to === layerOf(file) ? name.startsWith('#') : name.startsWith('.') && layerOf(file) !== 'main';
      })
      .map((name) => `${relative(src, file)} → ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('every layer is known', () => {
  expect([...new Set(files.map(layerOf))].filter((layer) => !(layer in arrows))).toEqual([]);
});
