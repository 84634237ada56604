import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readLines } from './lines.ts';

async function linesOf(chunks: readonly (string | Buffer)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const batch of readLines(Readable.from(chunks))) lines.push(...batch);
  return lines;
}

test('lines are whole however the stream is cut, also inside a letter', async () => {
  const bytes = Buffer.from('un\r\ndeuxième\n\ntrois');
  for (let size = 1; size < bytes.length; size += 1) {
    const chunks = [];
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
    expect(await linesOf(chunks)).toEqual(['un', 'deuxième', '', 'trois']);
  }
});

test('an empty stream has no line, and a byte order mark is no text', async () => {
  expect(await linesOf([])).toEqual([]);
  expect(await linesOf([Buffer.from('\uFEFF{}\n')])).toEqual(['{}']);
});
