import type { Erasure } from '#domain/privacy/erasure.ts';
import { compileMentions, type Sought } from '#domain/privacy/find-mentions.ts';
import type { Board, Tile } from '#domain/report/dashboard.ts';
import type { Records } from '#records/client.ts';
import { type DashboardRecord, listDashboards, replaceDashboard } from '#records/saved/dashboards.ts';
import {
  listSavedReports,
  removeSavedReport,
  type SavedReportRecord,
  updateSavedReport,
} from '#records/saved/saved-reports.ts';
import { pseudonymQuery } from './erase-query.ts';

type Mentions = (text: string) => ReadonlySet<string>;
type Erasures = ReadonlyMap<string, Erasure>;

/**
 * Saved reports and dashboards that ask for a customer ask for the pseudonym; titles and texts that name them are emptied. A
 * report or a tile that still tells of them, in whatever way, is removed.
 */
export async function eraseFromSaved(
  records: Records,
  workspace: string,
  people: readonly Sought[],
  erasures: Erasures,
): Promise<void> {
  const mentions = compileMentions(people);
  for (const saved of await listSavedReports(records, workspace))
    await eraseFromReport(records, saved, mentions, erasures);
  for (const board of await listDashboards(records, workspace))
    await eraseFromDashboard(records, board, mentions, erasures);
}

async function eraseFromReport(records: Records, saved: SavedReportRecord, mentions: Mentions, erasures: Erasures) {
  const { workspace, id } = saved;
  const query = pseudonymQuery(saved.query, mentions, erasures);
  if (query === null) return removeSavedReport(records, workspace, id);
  const title = unnamed(saved.title, mentions);
  const description = unnamed(saved.description, mentions);
  if (query === saved.query && title === saved.title && description === saved.description) return;
  await updateSavedReport(records, workspace, id, { title, description, query: JSON.stringify(query) });
}

async function eraseFromDashboard(
  records: Records,
  dashboard: DashboardRecord,
  mentions: Mentions,
  erasures: Erasures,
) {
  const board = eraseFromBoard(dashboard, mentions, erasures);
  const title = unnamed(dashboard.title, mentions);
  const description = unnamed(dashboard.description, mentions);
  if (board === dashboard && title === dashboard.title && description === dashboard.description) return;
  const texts = { query: JSON.stringify(board.query), tiles: JSON.stringify(board.tiles) };
  await replaceDashboard(records, dashboard, { title, description, ...texts });
}

/** A board without a word of some customers; the same one where it had none. */
export function eraseFromBoard(board: Board, mentions: Mentions, erasures: Erasures): Board {
  const query = pseudonymQuery(board.query, mentions, erasures) ?? {};
  const tiles = board.tiles.flatMap((tile) => eraseFromTile(tile, mentions, erasures) ?? []);
  const same = query === board.query && tiles.every((tile, index) => tile === board.tiles[index]);
  return same && tiles.length === board.tiles.length ? board : { query, tiles };
}

function eraseFromTile(tile: Tile, mentions: Mentions, erasures: Erasures): Tile | null {
  if (tile.kind === 'text') {
    const text = unnamed(tile.text, mentions);
    return text === tile.text ? tile : { ...tile, text };
  }
  const query = pseudonymQuery(tile.query, mentions, erasures);
  if (query === null) return null;
  const title = tile.title === null ? null : unnamed(tile.title, mentions);
  return query === tile.query && title === tile.title ? tile : { ...tile, query, title };
}

const unnamed = (text: string, mentions: Mentions) => (mentions(text).size > 0 ? '…' : text);
