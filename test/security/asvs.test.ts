import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const { levels } = JSON.parse(read('test/security/asvs-5.0.0.json')) as { levels: Readonly<Record<string, 1 | 2>> };

const verdicts = ['met', 'not applicable', 'not met', 'by the operator'];
const pages = globSync('docs/security/asvs/*.md', { cwd: root }).sort();

interface Line {
  readonly page: string;
  readonly id: string;
  readonly level: string;
  readonly about: string;
  readonly verdict: string;
  /** What shows it, or why not. */
  readonly said: string;
}

/** The cells of the rows of every table of a page, its heads left out. */
function rowsOf(page: string): string[][] {
  const rows = read(page).matchAll(/^\| (.*) \|$/gm);
  return [...rows].map(([, row = '']) => row.split(' | '));
}

const lines: Line[] = pages.flatMap((page) =>
  rowsOf(page)
    .filter(([id]) => id !== 'requirement')
    .map(([id = '', level = '', about = '', verdict = '', ...said]) => ({
      ...{ page, id, level, about, verdict, said: said.join(' | ') },
    })),
);

/** Names of files; what else stands in code is a setting, a command or a scheme. */
const namedIn = (text: string) =>
  [...text.matchAll(/`([^`]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) => /^(?:(?:src|test|docs|scripts)\/\S+|Dockerfile|[\w.-]+\.(?:md|json|yaml|ts))$/.test(code));

test('every requirement of levels 1 and 2 stands there once, under its level', () => {
  expect(Object.keys(levels)).toHaveLength(253);
  expect(lines.map(({ id }) => id).sort()).toEqual(Object.keys(levels).sort());
  expect(lines.filter(({ id, level }) => String(levels[id]) !== level)).toEqual([]);
});

test('every requirement stands on the page of its chapter', () => {
  const elsewhere = lines.filter(({ page, id }) => !page.includes(`/v${id.slice(1).split('.')[0]?.padStart(2, '0')}-`));
  expect(elsewhere).toEqual([]);
});

test('every verdict is one of the four', () => {
  expect(lines.filter(({ verdict }) => !verdicts.includes(verdict))).toEqual([]);
});

test('every file that is named exists', () => {
  const missing = lines.flatMap(({ id, said }) =>
    namedIn(said)
      .filter((path) => !existsSync(resolve(root, path)))
      .map((path) => `${id} ${path}`),
  );
  expect(missing).toEqual([]);
});

test('what is met is shown by a file, and what is not has a reason in words', () => {
  const words = (text: string) => text.replaceAll(/`[^`]*`/g, '').match(/\p{L}{2,}/gu)?.length ?? 0;
  const bare = lines.filter(({ verdict, said }) => (verdict === 'met' ? namedIn(said).length === 0 : words(said) < 2));
  expect(bare).toEqual([]);
});

test('the counts of the index are those of the chapters', () => {
  const counted = (own: readonly Line[]) =>
    [own.length, ...verdicts.map((verdict) => own.filter((line) => line.verdict === verdict).length)].map(String);
  const said = rowsOf('docs/security/asvs.md').filter((cells) => cells.length === 6);
  expect(said).toEqual([
    ['chapter', 'requirements', ...verdicts],
    ...pages.map((page) => [
      expect.stringContaining(`(${page.replace('docs/security/', '')})`),
      ...counted(lines.filter((line) => line.page === page)),
    ]),
    ['all', ...counted(lines)],
  ]);
});
