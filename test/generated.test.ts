import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from '../scripts/gen/pages.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

test.for(Object.entries(generatedFiles))('%s is what “npm run gen” writes', async ([path, build]) => {
  expect(existsSync(resolve(root, path)) ? read(path) : null).toBe(await build());
});

test('every page under docs/reference is generated', () => {
  const pages = globSync('docs/reference/*', { cwd: root });
  expect(pages.sort()).toEqual(Object.keys(generatedFiles).sort());
});

const pages = [...globSync('docs/**/*.md', { cwd: root }), ...globSync('*.md', { cwd: root })].sort();

/** The relative links of a page, code left out. */
function linksOf(page: string): string[] {
  const prose = read(page)
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] as string);
  return targets.filter((target) => !/^[a-z]+:|^#/.test(target));
}

test('every relative link of the documentation leads to a file', () => {
  expect(pages.length).toBeGreaterThan(15);
  const broken = pages.flatMap((page) =>
    linksOf(page)
      .filter((link) => !existsSync(resolve(root, dirname(page), link.replace(/#.*/, ''))))
      .map((link) => `${page} → ${link}`),
  );
  expect(broken).toEqual([]);
});

test('every page of the documentation is reached by a link', () => {
  const reached = new Set(
    pages.flatMap((page) => linksOf(page).map((link) => resolve(root, dirname(page), link.replace(/#.*/, '')))),
  );
  expect(pages.filter((page) => page.startsWith('docs/') && !reached.has(resolve(root, page)))).toEqual([]);
});

/** What the recipes tell the reader to add. */
const examples = ['call-log', 'agent-opened-rate'];

test('every file of the repository that the documentation names exists', () => {
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/`((?:src|test|scripts|bench|samples|docs|\.ci)\/[\w./-]*)`/g)]
      .map((match) => match[1] as string)
      .filter((path) => !examples.some((example) => path.includes(example)))
      .map((path) => ({ page, path })),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ path }) => !existsSync(resolve(root, path)))).toEqual([]);
});
