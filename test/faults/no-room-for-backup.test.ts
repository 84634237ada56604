import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'vigie-no-room-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the file in a process that the system lets write so many blocks of 512 bytes or 1 kB, whichever its shell counts. */
function write(name: string, blocks: number | 'unlimited'): string {
  const script = join(import.meta.dirname, 'write-file-child.ts');
  const command = `ulimit -f ${blocks}; exec "${process.execPath}" "${script}" "${join(folder, name)}"`;
  return execFileSync('sh', ['-c', command], { encoding: 'utf8' }).trim();
}

test('a file for which the system has no room leaves nothing behind, and the message says so', () => {
  expect(write('large', 1_000)).toBe('file.no-room');
  expect(readdirSync(folder)).toEqual([]);
  expect(write('large', 'unlimited')).toBe('written');
  expect(statSync(join(folder, 'large')).size).toBe(8 * 2 ** 20);
});
