import { addressOnBoard, type Board, type ReportTile } from '#domain/report/dashboard.ts';
import { inReadingOrder } from '#domain/report/dashboards/arrange-tiles.ts';
import { planTile } from '#presentation/board/plan-tile.ts';
import { texts } from '#presentation/i18n/texts.ts';
import { sortRows } from '#presentation/table/sort-rows.ts';
import type { TableModel } from '#presentation/table/table-model.ts';
import { createWords, isOfTickets, type Words } from '#presentation/words/create-words.ts';
import type { App } from '../app.ts';
import { listKpis } from '../definitions/list-kpis.ts';
import { listDimensions } from '../reports/list-dimensions.ts';
import { getDashboard } from './get-dashboard.ts';
import { type BoardAnswers, type RunOptions, runBoard } from './run-dashboard.ts';

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
  const { title, description, query, tiles } = await getDashboard(app, options.actor, id);
  const board: Board = { query, tiles };
  const [answers, kpis, dimensions] = await Promise.all([
    runBoard(app, board, options),
    listKpis(app),
    listDimensions(app),
  ]);
  const words = createWords(texts[options.language], { kpis, dimensions, opens: isOfTickets });
  const show = (tile: Board['tiles'][number]): ShownTile =>
    tile.kind === 'text'
      ? { id: tile.id, kind: 'text', text: tile.text }
      : showTile(tile, { board, answers, words, language: options.language });
  return { title, description, answeredAt: answers.answeredAt, tiles: inReadingOrder(tiles).map(show) };
}

interface Showing extends Pick<RunOptions, 'language'> {
  readonly board: Board;
  readonly answers: BoardAnswers;
  readonly words: Words;
}

function showTile(tile: ReportTile, { board, answers, words, language }: Showing): ShownTile {
  const found = answers.tiles.find(({ id }) => id === tile.id);
  const named = { id: tile.id, kind: 'report' } as const;
  if (found === undefined || found.problem !== null) {
    const { detail = '', todo = '' } = found?.problem ?? {};
    return { ...named, title: tile.title ?? tile.report ?? '', table: null, problem: `${detail} ${todo}` };
  }
  const { asking, plan } = planTile(tile, board.query, answers.context, words.kpis);
  const shown = plan.show(found.answers, words);
  const title = tile.title ?? words.format.text(asking.report.title);
  const order = addressOnBoard(tile, board.query).sort ?? shown?.sort ?? null;
  const table = shown === null ? null : { ...shown.model, rows: sortRows(shown.model, order, language) };
  return { ...named, title, table, problem: null };
}
