import type { Place } from '#domain/report/dashboard.ts';
import { inReadingOrder } from '#domain/report/dashboards/arrange-tiles.ts';

/** Tiles that are shown together on a screen without scrolling. */
export interface BoardPage<T extends Place> {
  readonly tiles: readonly T[];
  /** The row of the grid at its top, and how many it has. */
  readonly top: number;
  readonly rows: number;
}

/**
 * Cuts a dashboard into pages of at most so many rows, between tiles and never through one; a tile that is higher than a page
 * has one of its own.
 */
export function pagesOf<T extends Place>(tiles: readonly T[], rowsPerPage: number): BoardPage<T>[] {
  const pages: { tiles: T[]; top: number; bottom: number }[] = [];
  for (const tile of inReadingOrder(tiles)) {
    const bottom = tile.y + tile.h;
    const page = pages.at(-1);
    if (page === undefined || Math.max(bottom, page.bottom) - page.top > rowsPerPage) {
      pages.push({ tiles: [tile], top: tile.y, bottom });
    } else {
      page.tiles.push(tile);
      page.bottom = Math.max(page.bottom, bottom);
    }
  }
  return pages.map(({ tiles: shown, top, bottom }) => ({ tiles: shown, top, rows: bottom - top }));
}
