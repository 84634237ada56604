import { type ErrorEntry, fillTemplate, type Language, VigieError } from '#domain/error.ts';
import { errorCatalogue } from '#domain/error-catalogue.ts';
import { type Board, checkBoard, type ReportTile } from '#domain/report/dashboard.ts';
import type { QueryResult } from '#domain/report/query.ts';
import { type BoardContext, planTile } from '#presentation/board/plan-tile.ts';
import type { Asked } from '#presentation/question/report-state.ts';
import type { Actor } from '../access/actor.ts';
import { teamViewFor, viewFor } from '../access/view-for.ts';
import type { App } from '../app.ts';
import { listKpis } from '../definitions/list-kpis.ts';
import { knownFailure } from '../known-failure.ts';
import { answerQuery } from '../reports/answer-query.ts';
import { findBoardContext } from './board-context.ts';
import { getDashboard } from './get-dashboard.ts';

/** Tiles whose figures are asked for at once. */
const TILES_AT_ONCE = 4;

/** Why a tile has no figures, in words. */
interface TileProblem {
  readonly code: string;
  readonly detail: string;
  readonly todo: string;
}

interface TileAnswers {
  readonly id: string;
  /** In the order of the questions that the tile’s plan asks; none where there is a problem. */
  readonly answers: readonly QueryResult[];
  readonly problem: TileProblem | null;
}

export interface BoardAnswers {
  readonly context: BoardContext & { readonly timeZone: string };
  readonly answeredAt: string;
  readonly tiles: readonly TileAnswers[];
}

export interface RunOptions {
  /** Whose view it is; they see no more of any tile than of the report itself. */
  readonly actor: Actor;
  readonly language: Language;
  /** The instant that periods such as the last 30 days are seen from; else now. */
  readonly atMs?: number;
  /** Told of what nobody expected; the tile says only that it failed. */
  readonly onUnexpected?: (error: unknown) => void;
}

/**
 * The figures of a dashboard as somebody sees them, with a period and filters, or tiles, in the place of its own. Throws
 * `dashboard.unknown` and what `checkBoard` throws; what goes wrong in one tile is told in that tile.
 */
export async function runDashboard(
  app: App,
  id: string,
  options: RunOptions & { readonly [K in keyof Board]?: Board[K] | undefined },
): Promise<BoardAnswers> {
  const found = await getDashboard(app, options.actor, id);
  const board = { query: options.query ?? found.query, tiles: options.tiles ?? found.tiles };
  checkBoard(board);
  return runBoard(app, board, options);
}

/** The figures of the tiles of a board. Tiles that ask the same are answered by the same. */
export async function runBoard(app: App, { query, tiles }: Board, options: RunOptions): Promise<BoardAnswers> {
  const view = await viewFor(app, options.actor);
  const context = await findBoardContext(view, options.atMs ?? view.now());
  const kpis = await listKpis(app);
  const answer = answerOnce((question) => answerFor(app, view, options.actor, question));
  const reports = tiles.filter((tile) => tile.kind === 'report');
  const run = async (tile: ReportTile): Promise<TileAnswers> => {
    try {
      const { plan } = planTile(tile, query, context, kpis);
      return { id: tile.id, answers: await Promise.all(plan.questions.map(answer)), problem: null };
    } catch (error) {
      return { id: tile.id, answers: [], problem: problemOf(error, options) };
    }
  };
  return {
    context,
    answeredAt: new Date(app.now()).toISOString(),
    tiles: await inTurns(reports, TILES_AT_ONCE, run),
  };
}

async function answerFor(app: App, view: App, actor: Actor, { whose, ...question }: Asked): Promise<QueryResult> {
  return answerQuery(whose === 'team' ? await teamViewFor(app, actor, question) : view, question);
}

function answerOnce(answer: (question: Asked) => Promise<QueryResult>): (question: Asked) => Promise<QueryResult> {
  const asked = new Map<string, Promise<QueryResult>>();
  return (question) => {
    const key = JSON.stringify(question);
    const known = asked.get(key) ?? answer(question);
    asked.set(key, known);
    return known;
  };
}

function problemOf(error: unknown, { language, onUnexpected }: RunOptions): TileProblem {
  const known = knownFailure(error);
  if (known === null) onUnexpected?.(error);
  const { code, params } = known ?? new VigieError('dashboard.tile-failed');
  const { message, todo }: ErrorEntry = errorCatalogue[code];
  return { code, detail: fillTemplate(message[language], params), todo: fillTemplate(todo[language], params) };
}

/** Does `run` for each item, at most `atOnce` at a time; the answers are in the order of the items. */
async function inTurns<Item, Found>(
  items: readonly Item[],
  atOnce: number,
  run: (item: Item) => Promise<Found>,
): Promise<Found[]> {
  const found: Found[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < items.length; at = next++) found[at] = await run(items[at] as Item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return found;
}
