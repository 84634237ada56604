import { reportOverrides } from '#contract/schemas/query.ts';
import { type PeriodPreset, presetPeriod } from '#domain/report/preset-period.ts';
import { type Period, resolvePreset, writeRange } from '#presentation/question/period.ts';
import type { Schedule } from '#records/schedules/schedules.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { findBoardContext } from '../dashboards/board-context.ts';
import { getDashboard } from '../dashboards/get-dashboard.ts';
import { type PreparedBoard, prepareBoard } from '../dashboards/prepare-board.ts';
import { askingOfReport } from '../exports/asking-of.ts';
import { type Prepared, prepareReport } from '../exports/prepare-report.ts';
import { answerQuery } from '../reports/answer-query.ts';

/** The period of a schedule that leaves a dashboard those that it says itself. */
export const ownPeriod = 'own';

export type PreparedRun =
  | { readonly kind: 'report'; readonly report: Prepared }
  | { readonly kind: 'dashboard'; readonly board: PreparedBoard };

type SubjectOf<Kind extends Schedule['subject']['kind']> = Extract<Schedule['subject'], { kind: Kind }>;

/**
 * What a schedule sends, with the figures of its period as seen from the instant at which it is due. Throws
 * `dashboard.unknown` where its dashboard is gone.
 */
export async function prepareRun(app: App, schedule: Schedule, dueAtMs: number): Promise<PreparedRun> {
  const { subject } = schedule;
  return subject.kind === 'report'
    ? { kind: 'report', report: await prepareReportOf(app, subject, schedule, dueAtMs) }
    : { kind: 'dashboard', board: await prepareBoardOf(app, subject, schedule, dueAtMs) };
}

async function prepareReportOf(
  app: App,
  { report, query }: SubjectOf<'report'>,
  { period, language }: Schedule,
  dueAtMs: number,
): Promise<Prepared> {
  const overrides = reportOverrides.parse(query);
  const dates = await datesOf(app, period, dueAtMs, overrides.timeZone);
  return prepareReport(app, {
    asking: await askingOfReport(app, report, { ...overrides, ...dates }),
    language,
    answer: ({ whose: _, ...question }) => answerQuery(app, question),
  });
}

/** All the workspace sees of it: a mail is not for one reader. */
async function prepareBoardOf(
  app: App,
  { dashboard, query }: SubjectOf<'dashboard'>,
  { period, language }: Schedule,
  dueAtMs: number,
): Promise<PreparedBoard> {
  const actor = { kind: 'system' } as const;
  const found = await getDashboard(app, actor, dashboard);
  const { period: own, ...filters } = found.query;
  const asked = period === ownPeriod ? own : writeRange(await datesOf(app, period, dueAtMs));
  const board = { ...found, query: { ...(query ?? filters), ...(asked === undefined ? {} : { period: asked }) } };
  return prepareBoard(app, board, { actor, language, atMs: dueAtMs });
}

/** The local dates of a period, seen from the instant at which a run is due. */
async function datesOf(app: App, period: string, dueAtMs: number, zone?: string): Promise<Period> {
  if (period === 'latest-30-days') return resolvePreset(period, await findBoardContext(app, dueAtMs));
  const { timeZone } = await getWorkspace(app.records, app.workspace);
  return presetPeriod(period as PeriodPreset, dueAtMs, zone ?? timeZone);
}

/** Whether no figure says anything. */
export function isEmptyRun(run: PreparedRun): boolean {
  return run.kind === 'report' ? run.report.document.empty : run.board.empty;
}
