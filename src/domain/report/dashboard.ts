import { VigieError } from '../error.ts';
import { type Address, checkAddress, fieldOfParameter, isFilterParameter } from './dashboards/address.ts';
import { getReport } from './get-report.ts';
import type { Picture } from './report.ts';

/** Where a tile stands, in columns and rows of the grid; `x` and `y` count from 0. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A report on a dashboard. Without `report` it is composed: its address says what it asks. */
export interface ReportView {
  readonly kind: 'report';
  readonly report: string | null;
  readonly query: Address;
  /** Null is the picture of the report. */
  readonly picture: Picture | null;
  /** Null is the title of the report, in the language of who reads. */
  readonly title: string | null;
}

/** A text on a dashboard: paragraphs, headings, lists, links and emphasis in Markdown. */
export interface TextView {
  readonly kind: 'text';
  readonly text: string;
}

export type Tile = { readonly id: string } & Place & (ReportView | TextView);
export type ReportTile = Tile & ReportView;

/** What a dashboard shows: its tiles, and the period and filters that go before those of the tiles. */
export interface Board {
  readonly query: Address;
  readonly tiles: readonly Tile[];
}

/** The grid that tiles stand on. A row is as high as a quarter of the lowest tile with a picture. */
export const grid = { columns: 12, rows: 400, least: { w: 2, h: 2 }, most: { w: 12, h: 24 } } as const;
export const mostTiles = 40;
export const longestText = 10_000;

/** What a dashboard may say for all its tiles, besides filters. */
const boardParameters: readonly string[] = ['period', 'compare', 'time', 'whose'];

/** Checks a dashboard. Throws the `dashboard.…` error of the first thing wrong with its JSON path, or `report.unknown`. */
export function checkBoard({ query, tiles }: Board): void {
  checkBoardQuery(query);
  if (tiles.length > mostTiles) {
    throw new VigieError('dashboard.too-many-tiles', { n: tiles.length, most: mostTiles }, { path: '$.tiles' });
  }
  const seen = new Set<string>();
  for (const [index, tile] of tiles.entries()) {
    const path = `$.tiles[${index}]`;
    if (seen.has(tile.id)) throw new VigieError('dashboard.tile-doubled', { tile: tile.id }, { path: `${path}.id` });
    seen.add(tile.id);
    checkPlace(tile, path);
    checkView(tile, path);
  }
  checkApart(tiles);
}

/** Checks what is asked of all tiles. Throws `dashboard.bad-parameter`. */
export function checkBoardQuery(query: Address): void {
  checkAddress(query, '$.query');
  for (const name of Object.keys(query)) {
    if (boardParameters.includes(name) || isFilterParameter(name)) continue;
    const params = { name: name.slice(0, 100), known: [...boardParameters, 'f.…'].join(', ') };
    throw new VigieError('dashboard.bad-parameter', params, { path: `$.query.${name.slice(0, 100)}` });
  }
}

function checkPlace(tile: Tile, path: string): void {
  const { x, y, w, h } = tile;
  if (![x, y, w, h].every(Number.isInteger)) throw new VigieError('dashboard.tile-broken', { tile: tile.id }, { path });
  const least = tile.kind === 'text' ? { w: grid.least.w, h: 1 } : grid.least;
  if (w < least.w || h < least.h || w > grid.most.w || h > grid.most.h) {
    const params = { tile: tile.id, size: `${w} × ${h}`, least: `${least.w} × ${least.h}` };
    throw new VigieError('dashboard.tile-size', { ...params, most: `${grid.most.w} × ${grid.most.h}` }, { path });
  }
  if (x >= 0 && y >= 0 && x + w <= grid.columns && y + h <= grid.rows) return;
  const params = { tile: tile.id, columns: grid.columns, rows: grid.rows };
  throw new VigieError('dashboard.tile-outside', params, { path });
}

function checkView(tile: Tile, path: string): void {
  if (tile.kind === 'text') {
    if (tile.text.length <= longestText) return;
    throw new VigieError('dashboard.text-too-long', { tile: tile.id, most: longestText }, { path: `${path}.text` });
  }
  checkAddress(tile.query, `${path}.query`);
  checkReport(tile, path);
}

/** Checks that there is a report to show. Throws `report.unknown`, and `saved.nothing-asked` of a composed one without KPIs. */
export function checkReport({ report, query }: Pick<ReportView, 'report' | 'query'>, path: string): void {
  if (report !== null) getReport(report);
  else if ((query.kpis ?? '') === '') throw new VigieError('saved.nothing-asked', {}, { path: `${path}.query.kpis` });
}

function checkApart(tiles: readonly Tile[]): void {
  for (const [index, tile] of tiles.entries()) {
    const other = tiles.slice(0, index).find((before) => overlap(before, tile));
    if (other === undefined) continue;
    throw new VigieError('dashboard.tiles-overlap', { a: other.id, b: tile.id }, { path: `$.tiles[${index}]` });
  }
}

/** Whether two places share a cell of the grid. */
export function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/**
 * What a tile asks on a dashboard: its own address, in which what the dashboard says takes the place of what it said itself.
 * A filter of the dashboard takes the place of every filter of the tile on the same field.
 */
export function addressOnBoard(tile: Pick<ReportView, 'query'>, boardQuery: Address): Address {
  const fields = new Set(Object.keys(boardQuery).map(fieldOfParameter));
  const own = Object.entries(tile.query).filter(([name]) => {
    const field = fieldOfParameter(name);
    return field === null || !fields.has(field);
  });
  return { ...Object.fromEntries(own), ...boardQuery };
}
