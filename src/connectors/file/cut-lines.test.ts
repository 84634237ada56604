import { expect, test } from 'vitest';
import { cutLines, type LineSlice, maxLineBytes } from './cut-lines.ts';

async function cut(pieces: readonly string[], sliceBytes: number): Promise<LineSlice[]> {
  const slices: LineSlice[] = [];
  async function* stream() {
    for (const piece of pieces) yield Buffer.from(piece);
  }
  for await (const slice of cutLines(stream(), sliceBytes)) slices.push(slice);
  return slices;
}

const text = (slice: LineSlice) => Buffer.from(slice.bytes).toString();

test('slices are whole lines, numbered, and together they are the file', async () => {
  const slices = await cut(['a\nbb', 'b\ncc\nd', 'dd\nlast'], 4);
  expect(slices.map(text).join('')).toBe('a\nbbb\ncc\nddd\nlast');
  expect(slices.map((slice) => slice.firstLine)).toEqual([1, 2, 4, 5]);
});

test('an overlong line is refused without being held, and the lines after it keep their numbers', async () => {
  const long = 'x'.repeat(maxLineBytes);
  const slices = await cut(['a\n', long, long, '\nb\n'], 4);
  expect(slices.map((slice) => [slice.firstLine, slice.refused?.length ?? null])).toEqual([
    [1, null],
    [2, 500],
    [3, null],
  ]);
  expect(text(slices[2] as LineSlice)).toBe('b\n');
});

test('no bytes, no slice', async () => {
  expect(await cut([], 4)).toEqual([]);
});
