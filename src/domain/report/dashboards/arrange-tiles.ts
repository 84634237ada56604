import { grid, overlap, type Place, type Tile } from '../dashboard.ts';

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** Tiles from the top to the bottom, then from left to right. */
export function inReadingOrder<T extends Place>(tiles: readonly T[]): T[] {
  return [...tiles].sort((a, b) => a.y - b.y || a.x - b.x);
}

/** Lets every tile rise as far as the ones above it allow, `first` before all others: no two overlap, and no row is empty. */
export function settleTiles(tiles: readonly Tile[], first: Tile | null = null): Tile[] {
  const placed: Tile[] = first === null ? [] : [first];
  const order = inReadingOrder(tiles.filter(({ id }) => id !== first?.id));
  for (const tile of order) placed.push(lowered(tile, placed));
  const settled: Tile[] = [];
  for (const tile of inReadingOrder(placed)) settled.push(raised(tile, settled));
  const byId = new Map(settled.map((tile) => [tile.id, tile]));
  return tiles.map(({ id }) => byId.get(id) as Tile);
}

/** Down past whatever stands in its way. */
function lowered(tile: Tile, others: readonly Tile[]): Tile {
  let { y } = tile;
  for (;;) {
    const inWay = others.find((other) => overlap({ ...tile, y }, other));
    if (inWay === undefined) return { ...tile, y };
    y = inWay.y + inWay.h;
  }
}

function raised(tile: Tile, above: readonly Tile[]): Tile {
  let { y } = tile;
  while (y > 0 && !above.some((other) => overlap({ ...tile, y: y - 1 }, other))) y--;
  return { ...tile, y };
}

/** The tiles with one moved by columns and rows, as far as the grid goes; those in its way make room. */
export function moveTile(tiles: readonly Tile[], id: string, by: { readonly x: number; readonly y: number }): Tile[] {
  const tile = tiles.find((each) => each.id === id);
  if (tile === undefined) return [...tiles];
  const moved = { ...tile, x: clamp(tile.x + by.x, 0, grid.columns - tile.w) };
  if (by.y > 0) return moveBelow(tiles, moved);
  return settleTiles(tiles, by.y < 0 ? { ...moved, y: topAbove(tiles, moved) } : moved);
}

/** Below the next tile under it, which rises into the gap: a row further down alone, it would only rise again. */
function moveBelow(tiles: readonly Tile[], tile: Tile): Tile[] {
  const under = tiles.filter((other) => other.id !== tile.id && other.y >= tile.y + tile.h && besides(tile, other));
  const next = inReadingOrder(under)[0];
  if (next === undefined) return settleTiles(tiles, tile);
  const others = settleTiles(tiles.filter(({ id }) => id !== tile.id));
  const risen = others.find(({ id }) => id === next.id) ?? next;
  const byId = new Map([...others, { ...tile, y: risen.y + risen.h }].map((each) => [each.id, each]));
  return settleTiles(
    tiles.map(({ id }) => byId.get(id) as Tile),
    byId.get(tile.id),
  );
}

/** The top of the next tile above it, which makes room. */
function topAbove(tiles: readonly Tile[], tile: Tile): number {
  const over = tiles.filter((other) => other.id !== tile.id && other.y + other.h <= tile.y && besides(tile, other));
  return inReadingOrder(over).at(-1)?.y ?? 0;
}

const besides = (a: Place, b: Place) => a.x < b.x + b.w && b.x < a.x + a.w;

/** The tiles with one made wider or higher, within the grid and the sizes that tiles may have. */
export function resizeTile(tiles: readonly Tile[], id: string, by: { readonly w: number; readonly h: number }): Tile[] {
  const tile = tiles.find((each) => each.id === id);
  if (tile === undefined) return [...tiles];
  const leastHeight = tile.kind === 'text' ? 1 : grid.least.h;
  const w = clamp(tile.w + by.w, grid.least.w, Math.min(grid.most.w, grid.columns - tile.x));
  const h = clamp(tile.h + by.h, leastHeight, grid.most.h);
  return settleTiles(tiles, { ...tile, w, h });
}

/** The first free place for a tile of a size, from the top to the bottom. */
export function placeFor(tiles: readonly Place[], { w, h }: { readonly w: number; readonly h: number }): Place {
  const bottom = Math.max(0, ...tiles.map((tile) => tile.y + tile.h));
  for (let y = 0; y < bottom; y++) {
    for (let x = 0; x + w <= grid.columns; x++) {
      const place = { x, y, w, h };
      if (!tiles.some((tile) => overlap(tile, place))) return place;
    }
  }
  return { x: 0, y: bottom, w, h };
}
