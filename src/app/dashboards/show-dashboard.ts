import { sortRows } from '#presentation/table/sort-rows.ts';
import type { TableModel } from '#presentation/table/table-model.ts';
import type { App } from '../app.ts';
import { getDashboard } from './get-dashboard.ts';
import { type PreparedTile, prepareBoard } from './prepare-board.ts';
import type { RunOptions } from './run-dashboard.ts';

/** A tile in words, in the order in which tiles are read. */
export type ShownTile =
  | { readonly id: string; readonly kind: 'text'; readonly text: string }
  | {
      readonly id: string;
      readonly kind: 'report';
      readonly title: string;
      /** The table of the report as the screen shows it, in its order; null where there is a problem. */
      readonly table: Pick<TableModel, 'columns' | 'rows' | 'total'> | null;
      readonly problem: string | null;
    };

/** A dashboard with its figures, in the words of a language. Throws `dashboard.unknown`. */
export async function showDashboard(app: App, id: string, options: RunOptions) {
  const found = await getDashboard(app, options.actor, id);
  const { title, description, answeredAt, tiles } = await prepareBoard(app, found, options);
  return { title, description, answeredAt, tiles: tiles.map(showTile) };
}

function showTile(tile: PreparedTile): ShownTile {
  if (tile.kind === 'text') return tile;
  const { id, kind, title, prepared, problem } = tile;
  if (prepared === null) return { id, kind, title, table: null, problem };
  const { shown, sort, language } = prepared;
  const table = { ...shown.model, rows: sortRows(shown.model, sort, language) };
  return { id, kind, title, table, problem };
}
