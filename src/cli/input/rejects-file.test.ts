import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RejectsFile } from './rejects-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-rejects-'));
const row = {
  line: 3,
  column: 'when',
  code: 'import.value-missing',
  params: { column: 'when' },
  reason: '…',
  raw: 'a,"b"',
} as const;

test('rejected rows are kept with line, column, code and reason, in the reader’s language', async () => {
  const path = join(folder, 'a.csv');
  const file = new RejectsFile(path, 'a.csv', 'fr');
  file.add([row]);
  file.add([{ ...row, line: 4, column: null }]);
  await file.close();
  const [head, first, second] = readFileSync(path, 'utf8').split('\n');
  expect(head).toBe('line,column,code,reason,raw');
  expect(first).toMatch(/^3,when,import\.value-missing,".*vide.*","a,""b"""$/);
  expect(second).toMatch(/^4,,import/);
});

test('without a rejected row there is no file', async () => {
  const file = new RejectsFile(join(folder, 'none.csv'), 'none.csv', 'en');
  await file.close();
  expect(existsSync(file.path)).toBe(false);
});

test('a place that cannot be written to is told by its code', async () => {
  const file = new RejectsFile(join(folder, 'no', 'such.csv'), 'no/such.csv', 'en');
  file.add([row]);
  await expect(file.close()).rejects.toMatchObject({ code: 'file.not-writable' });
});
