import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue as en } from './en/index.ts';
import { catalogue as fr } from './fr/index.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}

function entriesOf(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : entriesOf(value, `${prefix}${key}.`),
  );
}

const plain = (key: string) => key.replace(/_(one|many|other)$/, '');
const english = entriesOf(en);
const french = entriesOf(fr);

const src = join(import.meta.dirname, '../..');

/** What uses texts: the web app, and all that writes in the reader's language. */
function sourceTexts(): string[] {
  return ['web', 'presentation', 'app'].flatMap((layer) => textsIn(join(src, layer)));
}

function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('i18n') && !name.includes('.test.'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

test('French and English have the same keys', () => {
  expect(new Set(french.map(([key]) => plain(key)))).toEqual(new Set(english.map(([key]) => plain(key))));
});

test('both languages fill the same placeholders', () => {
  const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
  const byKey = new Map(english.map(([key, text]) => [key, text]));
  for (const [key, text] of french) {
    const twin = byKey.get(key) ?? byKey.get(`${plain(key)}_other`) ?? '';
    expect(placeholders(text), key).toEqual(placeholders(twin));
  }
});

test('every key used exists', () => {
  const known = new Set(english.map(([key]) => plain(key)));
  const used = sourceTexts().flatMap((text) =>
    [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? ''),
  );
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((key) => !known.has(key))).toEqual([]);
});

test('every key is used', () => {
  const source = sourceTexts().join('\n');
  const roots = [...source.matchAll(/`([\w.-]+\.)\$\{/g)].map((match) => match[1] ?? '');
  const unused = english
    .map(([key]) => plain(key))
    .filter((key) => !source.includes(`'${key}'`) && !roots.some((root) => key.startsWith(root)));
  expect([...new Set(unused)]).toEqual([]);
});

test('French sets a narrow no-break space before double punctuation and inside guillemets', () => {
  for (const [key, text] of french) {
    expect(text, key).not.toMatch(/[^\u202f\s(][;!?%»]|[^\u202f\d:HhMm/]:(?!\/)/);
    expect(text, key).not.toMatch(/ [:;!?%»]|«[^\u202f]/);
    expect(text, key).not.toMatch(/'/);
  }
});
