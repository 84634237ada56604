import { describe, expect, test } from 'vitest';
import { addressOnBoard, type Board, checkBoard, mostTiles, type Tile } from './dashboard.ts';

const tile = (id: string, change: Partial<Tile> = {}): Tile =>
  ({
    id,
    x: 0,
    y: 0,
    w: 4,
    h: 4,
    kind: 'report',
    report: 'csat',
    query: {},
    picture: null,
    title: null,
    ...change,
  }) as Tile;
const board = (...tiles: Tile[]): Board => ({ query: {}, tiles });
const thrown = (wrong: Board) => {
  try {
    checkBoard(wrong);
  } catch (error) {
    const { code, path } = error as { code: string; path: string };
    return `${code} ${path}`;
  }
  return null;
};

describe('a dashboard is refused with what is wrong and where', () => {
  test.each([
    ['a tile outside the grid', board(tile('a', { x: 9 })), 'dashboard.tile-outside $.tiles[0]'],
    ['a tile above it', board(tile('a', { y: -1 })), 'dashboard.tile-outside $.tiles[0]'],
    ['half a column', board(tile('a', { w: 2.5 })), 'dashboard.tile-broken $.tiles[0]'],
    ['a tile too narrow', board(tile('a', { w: 1 })), 'dashboard.tile-size $.tiles[0]'],
    ['a tile too high', board(tile('a', { h: 25 })), 'dashboard.tile-size $.tiles[0]'],
    ['two tiles on one place', board(tile('a'), tile('b', { x: 3 })), 'dashboard.tiles-overlap $.tiles[1]'],
    ['an id twice', board(tile('a'), tile('a', { x: 4 })), 'dashboard.tile-doubled $.tiles[1].id'],
    ['a report that is not there', board(tile('a', { report: 'cast' })), 'report.unknown undefined'],
    ['a composed one without KPIs', board(tile('a', { report: null })), 'saved.nothing-asked $.tiles[0].query.kpis'],
    [
      'too long a value',
      board(tile('a', { query: { by: 'x'.repeat(4001) } })),
      'saved.address-too-long $.tiles[0].query.by',
    ],
    ['a setting of tiles alone', { query: { by: 'agent' }, tiles: [] }, 'dashboard.bad-parameter $.query.by'],
  ])('%s', (_, wrong, expected) => {
    expect(thrown(wrong)).toBe(expected);
  });

  test('more tiles than fit', () => {
    const many = Array.from({ length: mostTiles + 1 }, (_, n) =>
      tile(`t${n}`, { x: (n % 3) * 4, y: Math.floor(n / 3) * 4 }),
    );
    expect(thrown(board(...many))).toBe('dashboard.too-many-tiles $.tiles');
    expect(thrown(board(...many.slice(1)))).toBeNull();
  });

  test('a text longer than a page', () => {
    const text = { id: 't', x: 0, y: 0, w: 2, h: 1, kind: 'text', text: 'x'.repeat(10_001) } as const;
    expect(thrown(board(text))).toBe('dashboard.text-too-long $.tiles[0].text');
    expect(thrown(board({ ...text, text: 'x' }))).toBeNull();
  });
});

test('what the dashboard says goes before what a tile says, filter by filter', () => {
  const own = { query: { period: 'last-7-days', 'f-not.team': 'a', 'f.channel': 'email', every: 'day' } };
  expect(addressOnBoard(own, { period: 'last-year', 'f.team': 'b' })).toEqual({
    period: 'last-year',
    'f.team': 'b',
    'f.channel': 'email',
    every: 'day',
  });
});
