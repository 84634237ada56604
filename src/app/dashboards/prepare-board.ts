import type { Language } from '#domain/error.ts';
import { addressOnBoard, type Board, type ReportTile } from '#domain/report/dashboard.ts';
import { inReadingOrder } from '#domain/report/dashboards/arrange-tiles.ts';
import { planTile } from '#presentation/board/plan-tile.ts';
import { createFormat } from '#presentation/format/create-format.ts';
import { texts } from '#presentation/i18n/texts.ts';
import { addDays, parsePeriod } from '#presentation/question/period.ts';
import { createWords, isOfTickets, type Words } from '#presentation/words/create-words.ts';
import type { App } from '../app.ts';
import { listKpis } from '../definitions/list-kpis.ts';
import { finishReport, type Prepared } from '../exports/prepare-report.ts';
import { listDimensions } from '../reports/list-dimensions.ts';
import { type BoardAnswers, type RunOptions, runBoard } from './run-dashboard.ts';

export interface PreparedReportTile {
  readonly id: string;
  readonly kind: 'report';
  readonly title: string;
  /** Null where there is a problem. */
  readonly prepared: Prepared | null;
  readonly problem: string | null;
}

export type PreparedTile = { readonly id: string; readonly kind: 'text'; readonly text: string } | PreparedReportTile;

/** A dashboard with its figures, ready to be written into a file or a mail. */
export interface PreparedBoard {
  readonly title: string;
  readonly description: string;
  /** The dates it is about, first and last day; null where each tile has a period of its own. */
  readonly period: string | null;
  /** In the order in which they are read. */
  readonly tiles: readonly PreparedTile[];
  /** Whether no tile has any figure: there is nothing to say then. */
  readonly empty: boolean;
  readonly answeredAt: string;
  readonly timeZone: string;
  readonly language: Language;
  /** Without its ending. */
  readonly fileName: string;
}

interface Titled extends Board {
  readonly title: string;
  readonly description: string;
}

/** Asks what the screen asks of each tile, and makes of the answers what the screen makes of them. */
export async function prepareBoard(app: App, board: Titled, options: RunOptions): Promise<PreparedBoard> {
  const { title, description, query } = board;
  const { language } = options;
  const [answers, kpis, dimensions] = await Promise.all([
    runBoard(app, board, options),
    listKpis(app),
    listDimensions(app),
  ]);
  const { context, answeredAt } = answers;
  const words = createWords(texts[language], { kpis, dimensions, opens: isOfTickets });
  const preparing = { query, answers, words, language };
  const tiles = await Promise.all(
    inReadingOrder(board.tiles).map(async (tile): Promise<PreparedTile> => {
      if (tile.kind === 'text') return { id: tile.id, kind: 'text', text: tile.text };
      return prepareTile(app, tile, preparing);
    }),
  );
  const { from, to } = parsePeriod(query.period, context);
  const day = query.period === undefined ? [context.today] : [from, addDays(to, -1)];
  return {
    ...{ title, description, tiles, answeredAt, language },
    timeZone: context.timeZone,
    period: query.period === undefined ? null : words.format.range(from, addDays(to, -1)),
    empty: tiles.every((tile) => tile.kind === 'text' || tile.prepared?.document.empty === true),
    fileName: [nameOf(title), ...day].join('-'),
  };
}

interface Preparing {
  readonly query: Board['query'];
  readonly answers: BoardAnswers;
  readonly words: Words;
  readonly language: Language;
}

async function prepareTile(
  app: App,
  tile: ReportTile,
  { query, answers, words, language }: Preparing,
): Promise<PreparedReportTile> {
  const named = { id: tile.id, kind: 'report' } as const;
  const found = answers.tiles.find(({ id }) => id === tile.id);
  if (found === undefined || found.problem !== null) {
    const { detail = '', todo = '' } = found?.problem ?? {};
    return { ...named, title: tile.title ?? tile.report ?? '', prepared: null, problem: `${detail} ${todo}` };
  }
  const { asking, plan } = planTile(tile, query, answers.context, words.kpis);
  const title = tile.title ?? words.format.text(asking.report.title);
  const prepared = await finishReport(app, {
    asking: { ...asking, report: { ...asking.report, title: { en: title, fr: title } } },
    ...{ plan, answers: found.answers, words, language },
    sort: addressOnBoard(tile, query).sort,
    // A tile shows the picture of its report alone.
    spread: null,
  });
  return { ...named, title, prepared, problem: null };
}

/** The dates of the figures of a dashboard, their zone, and when they were asked for. */
export function standingOf({ period, answeredAt, timeZone, language }: PreparedBoard): string {
  const { t } = texts[language];
  const format = createFormat(language);
  const parts = [
    t('report.zone', { zone: timeZone }),
    t('dashboard.asOf', { at: format.instant(answeredAt, timeZone) }),
  ];
  return [...(period === null ? [] : [period]), ...parts].join(' · ');
}

/** A title as the name of a file has it. */
function nameOf(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{Diacritic}/gu, '');
  const name = plain.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return name.replaceAll(/^-|-$/g, '').slice(0, 60) || 'dashboard';
}
