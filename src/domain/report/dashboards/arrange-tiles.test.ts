import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBoard, grid, overlap, type Tile } from '../dashboard.ts';
import { inReadingOrder, moveTile, placeFor, resizeTile, settleTiles } from './arrange-tiles.ts';

const at = (id: string, x: number, y: number, w: number, h: number): Tile => ({
  ...{ id, x, y, w, h },
  ...({ kind: 'text', text: id } as const),
});
const places = (tiles: readonly Tile[]) => Object.fromEntries(tiles.map(({ id, x, y, w, h }) => [id, [x, y, w, h]]));

const someTiles = fc
  .array(fc.tuple(fc.nat(10), fc.nat(20), fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 8 })), {
    maxLength: 12,
  })
  .map((found) => settleTiles(found.map(([x, y, w, h], n) => at(`t${n}`, Math.min(x, grid.columns - w), y, w, h))));
const step = fc.integer({ min: -14, max: 14 });

function isArranged(tiles: readonly Tile[]): void {
  expect(() => checkBoard({ query: {}, tiles })).not.toThrow();
  for (const tile of tiles) {
    const up = { ...tile, y: tile.y - 1 };
    const rests = tile.y === 0 || tiles.some((other) => other.id !== tile.id && overlap(other, up));
    expect([tile.id, rests]).toEqual([tile.id, true]);
  }
}

describe('whatever is moved or resized', () => {
  test('tiles stay on the grid, apart from each other and without gaps above them, and none is lost', () => {
    fc.assert(
      fc.property(someTiles, fc.nat(11), step, step, (tiles, which, dx, dy) => {
        isArranged(tiles);
        const id = `t${which}`;
        for (const changed of [moveTile(tiles, id, { x: dx, y: dy }), resizeTile(tiles, id, { w: dx, h: dy })]) {
          isArranged(changed);
          expect(changed.map((tile) => tile.id)).toEqual(tiles.map((tile) => tile.id));
        }
      }),
    );
  });

  test('a tile that is added has a place of its own', () => {
    fc.assert(
      fc.property(someTiles, fc.integer({ min: 2, max: 12 }), (tiles, w) => {
        const added = at('new', 0, 0, w, 4);
        expect(() =>
          checkBoard({ query: {}, tiles: [...tiles, { ...added, ...placeFor(tiles, added) }] }),
        ).not.toThrow();
      }),
    );
  });
});

test('a step down changes places with the tile below, a step up changes back', () => {
  const tiles = [at('a', 0, 0, 6, 4), at('b', 0, 4, 6, 4), at('c', 6, 0, 6, 4)];
  const down = moveTile(tiles, 'a', { x: 0, y: 1 });
  expect(places(down)).toEqual({ a: [0, 4, 6, 4], b: [0, 0, 6, 4], c: [6, 0, 6, 4] });
  expect(places(moveTile(down, 'a', { x: 0, y: -1 }))).toEqual(places(tiles));
});

test('a step to the side stops at the edge and pushes down what is in the way', () => {
  const tiles = [at('a', 0, 0, 6, 4), at('b', 6, 0, 6, 4)];
  expect(places(moveTile(tiles, 'a', { x: -1, y: 0 }))).toEqual(places(tiles));
  expect(places(moveTile(tiles, 'a', { x: 1, y: 0 }))).toEqual({ a: [1, 0, 6, 4], b: [6, 4, 6, 4] });
});

test('a wider tile pushes its neighbour down, and stops at the edge', () => {
  const tiles = [at('a', 0, 0, 6, 4), at('b', 6, 0, 6, 4)];
  expect(places(resizeTile(tiles, 'a', { w: 20, h: 0 }))).toEqual({ a: [0, 0, 12, 4], b: [6, 4, 6, 4] });
});

test('tiles are read from the top, then from the left', () => {
  const tiles = [at('c', 0, 4, 4, 4), at('b', 6, 0, 6, 4), at('a', 0, 0, 6, 4)];
  expect(inReadingOrder(tiles).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});
