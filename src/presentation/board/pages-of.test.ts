import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesOf } from './pages-of.ts';

const at = (id: string, y: number, h: number, x = 0) => ({ id, x, y, w: 4, h });
const ids = (rows: number, tiles: ReturnType<typeof at>[]) =>
  pagesOf(tiles, rows).map((page) => page.tiles.map(({ id }) => id).join(' '));

test('a dashboard that fits is one page; a higher one is cut between tiles', () => {
  const tiles = [at('a', 0, 4), at('b', 0, 4, 4), at('c', 4, 4), at('d', 8, 4)];
  expect(ids(12, tiles)).toEqual(['a b c d']);
  expect(ids(8, tiles)).toEqual(['a b c', 'd']);
  expect(ids(4, tiles)).toEqual(['a b', 'c', 'd']);
});

test('a tile that is higher than a page has one of its own', () => {
  expect(ids(5, [at('a', 0, 2), at('b', 2, 9), at('c', 11, 2)])).toEqual(['a', 'b', 'c']);
});

test('every tile is on one page, once', () => {
  const tiles = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }), fc.nat(8)));
  fc.assert(
    fc.property(tiles, fc.integer({ min: 1, max: 20 }), (found, rows) => {
      const given = found.map(([y, h, x], n) => at(String(n), y, h, x));
      const shown = pagesOf(given, rows).flatMap((page) => page.tiles.map(({ id }) => id));
      expect(shown.sort()).toEqual(given.map(({ id }) => id).sort());
    }),
  );
});
