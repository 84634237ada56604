import type { ReportView, Tile } from '#domain/report/dashboard.ts';
import { placeFor } from '#domain/report/dashboards/arrange-tiles.ts';

const usualSize = { w: 6, h: 5 };

/** A tile with a report, of a size in which every picture can be read, where there is room for it. */
export function reportTileOf(view: Omit<ReportView, 'kind'>, tiles: readonly Tile[]): Tile {
  const { report, query, picture, title } = view;
  const place = placeFor(tiles, usualSize);
  return { id: crypto.randomUUID(), ...place, kind: 'report', report, query, picture, title };
}
