import { expect, test } from 'vitest';
import { seriesPalette } from './series.ts';

const eight = ['amazon', 'ebay', 'cdiscount', 'fnac', 'shop', 'rakuten', 'darty', 'zalando'];

test('up to eight entities shown together have colours of their own', () => {
  const color = seriesPalette('light', 'first', eight);
  expect(new Set(eight.map(color)).size).toBe(8);
});

test('an entity keeps its colour in the next picture, whatever stands beside it', () => {
  const before = seriesPalette('light', 'second', eight.slice(0, 4))('ebay');
  expect(seriesPalette('light', 'second', ['zalando', 'ebay', 'darty'])('ebay')).toBe(before);
});
