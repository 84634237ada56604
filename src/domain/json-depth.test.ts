import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTextDeeper, isValueDeeper } from './json-depth.ts';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test('the depth of JSON is told alike from its text and from its value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.integer({ min: 0, max: 6 }), (value, limit) => {
      const deeper = depthOf(value) > limit;
      expect(isTextDeeper(JSON.stringify(value), limit)).toBe(deeper);
      expect(isValueDeeper(JSON.parse(JSON.stringify(value)), limit)).toBe(deeper);
    }),
  );
});

test('brackets within strings do not count, whatever is escaped before them', () => {
  const texts = ['[[[', '\\', '\\"[[[', '"', '\\\\"{{{'];
  for (const text of texts) expect(isTextDeeper(JSON.stringify([text, text]), 1), text).toBe(false);
  expect(isTextDeeper('["open [[[', 1)).toBe(false);
});

test('a hundred thousand levels are told without recursion into them', () => {
  for (const text of ['['.repeat(100_000) + ']'.repeat(100_000), `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`]) {
    expect(isTextDeeper(text, 64)).toBe(true);
    expect(isValueDeeper(JSON.parse(text), 64)).toBe(true);
  }
});

test('a long run of backslashes costs no more than its length', () => {
  const text = `["${'\\\\'.repeat(500_000)}"]`;
  expect(isTextDeeper(text, 1)).toBe(false);
});
