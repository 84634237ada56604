import { reportOverrides } from '#contract/schemas/query.ts';
import { type PeriodPreset, presetPeriod } from '#domain/report/preset-period.ts';
import type { Schedule } from '#records/schedules/schedules.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { askingOfReport } from '../exports/asking-of.ts';
import { type Prepared, prepareReport } from '../exports/prepare-report.ts';
import { answerQuery } from '../reports/answer-query.ts';

/** What a schedule sends, with the figures of its period as seen from the instant at which it is due. */
export async function prepareRun(app: App, schedule: Schedule, dueAtMs: number): Promise<Prepared> {
  const { report, query } = schedule.subject;
  const { timeZone } = await getWorkspace(app.records, app.workspace);
  const overrides = reportOverrides.parse(query);
  const period = presetPeriod(schedule.period as PeriodPreset, dueAtMs, overrides.timeZone ?? timeZone);
  return prepareReport(app, {
    asking: await askingOfReport(app, report, { ...overrides, ...period }),
    language: schedule.language,
    answer: ({ whose: _, ...question }) => answerQuery(app, question),
  });
}
