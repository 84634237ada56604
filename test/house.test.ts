import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file));

const MAX_LINES = 400;
const MAX_FILES = 20;
const MAX_DEPTH = 5;
/** Folders whose files multiply by design: one file an entry of a registry. */
const registries = ['src/domain/kpi/kpis', 'src/domain/report/catalogue', 'src/domain/kpi/facts', 'src/cli/commands'];

test('no source file is longer than 400 lines', () => {
  const long = tracked.filter((file) => readFileSync(resolve(root, file), 'utf8').split('\n').length > MAX_LINES);
  expect(long).toEqual([]);
});

test('no folder outside the registries holds more than 20 source files, tests aside', () => {
  const counts = new Map<string, number>();
  for (const file of tracked) {
    if (/\.test\.tsx?$/.test(file)) continue;
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  }
  const crowded = [...counts].filter(([folder, count]) => count > MAX_FILES && !registries.includes(folder));
  expect(crowded).toEqual([]);
});

test('no source file lies deeper than five folders below src', () => {
  expect(tracked.filter((file) => file.split('/').length - 2 > MAX_DEPTH)).toEqual([]);
});

test('only settings.ts reads the environment', () => {
  const readers = tracked.filter(
    (file) =>
      file !== 'src/settings.ts' &&
      !/\.test\.ts$/.test(file) &&
      /process\.env/.test(readFileSync(resolve(root, file), 'utf8')),
  );
  expect(readers).toEqual([]);
});
