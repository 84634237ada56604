import type { z } from 'zod';
import type { reportOverrides } from '#contract/schemas/query.ts';
import { getReport, questionOf } from '#domain/report/get-report.ts';
import { presetPeriod } from '#domain/report/preset-period.ts';
import type { QueryResult, ReportQuery } from '#domain/report/query.ts';
import type { Report } from '#domain/report/report.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { answerQuery } from './answer-query.ts';

/** What a question changes of a report; what is left out is the report's own. */
export type ReportOverrides = Omit<z.infer<typeof reportOverrides>, 'whose'>;

/** The figures of a catalogue report. Without a period, the twelve months up to the newest ticket. Throws `report.unknown`. */
export async function runReport(app: App, id: string, overrides: ReportOverrides = {}): Promise<QueryResult> {
  return answerReport(app, getReport(id), overrides);
}

/** The figures of any report, of the catalogue or not, as overridden. */
export async function answerReport(app: App, report: Report, overrides: ReportOverrides): Promise<QueryResult> {
  const period =
    overrides.from !== undefined && overrides.to !== undefined
      ? { from: overrides.from, to: overrides.to }
      : { ...(await usualPeriod(app)), ...given({ from: overrides.from, to: overrides.to }) };
  return answerQuery(app, { ...queryOf(report, overrides), ...period });
}

/** What a report asks, as overridden; its period aside. Throws `report.unknown`. */
export function questionOfReport(id: string, overrides: ReportOverrides): Omit<ReportQuery, 'from' | 'to'> {
  return queryOf(getReport(id), overrides);
}

export function queryOf(report: Report, overrides: ReportOverrides): Omit<ReportQuery, 'from' | 'to'> {
  const { kpis, by, every, filter, timeZone, basis, time, compare, top } = overrides;
  const own = questionOf(report);
  return {
    ...own,
    ...given({ kpis, by, timeZone, basis, time, compare, top }),
    ...(every !== undefined && { every: every === 'none' ? null : every }),
    // A report's own filter says what it is about; what is asked for narrows it.
    ...(filter !== undefined && { filter: own.filter ? { all: [own.filter, filter] } : filter }),
  };
}

/** The values that are there. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** The twelve months up to the newest ticket. */
export async function usualPeriod(app: App): Promise<{ from: string; to: string }> {
  const { timeZone } = await getWorkspace(app.records, app.workspace);
  const [newest] = await app.analytics.query<{ at: number | null }>(
    'SELECT toUnixTimestamp64Milli(max(createdAt)) AS at FROM tickets WHERE workspace = {workspace:String}',
    { workspace: app.workspace },
  );
  return presetPeriod('last-12-months', newest?.at ?? app.now(), timeZone);
}
