import { expect, test } from 'vitest';
import { seriesPalette } from './series.ts';

const look = { scheme: 'light', given: new Map() } as const;
const eight = ['amazon', 'ebay', 'cdiscount', 'fnac', 'shop', 'rakuten', 'darty', 'zalando'];

test('up to eight entities shown together have colours of their own', () => {
  const color = seriesPalette(look, 'first', eight);
  expect(new Set(eight.map(color)).size).toBe(8);
});

test('an entity keeps its colour in the next picture, whatever stands beside it', () => {
  const before = seriesPalette(look, 'second', eight.slice(0, 4))('ebay');
  expect(seriesPalette(look, 'second', ['zalando', 'ebay', 'darty'])('ebay')).toBe(before);
});
