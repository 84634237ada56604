import { periodOf } from '#domain/report/answer-question.ts';
import { comparedPeriod } from '#domain/report/compare-period.ts';
import type { Period } from '#domain/report/period.ts';
import type { Every, TimeKind } from '#domain/report/query.ts';
import { formatInstant } from '#domain/time/instant.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { usualPeriod } from '../reports/run-report.ts';

/** A period and what figures are read in. Without a period, the twelve months up to the newest ticket. */
export interface AgentsRequest {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The group to compare with; empty: the whole workspace. */
  readonly team?: string | undefined;
  readonly time?: TimeKind | undefined;
}

export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly time: TimeKind;
}

/** Throws `query.bad-date` and `query.empty-period`. */
export async function readAsked(app: App, { from, to, time = 'business' }: AgentsRequest): Promise<Asked> {
  const usual = from === undefined || to === undefined ? await usualPeriod(app) : { from, to };
  const asked = { from: from ?? usual.from, to: to ?? usual.to, time };
  await cutAsked(app, asked);
  return asked;
}

async function cutAsked(app: App, { from, to }: Asked): Promise<Period> {
  const { timeZone } = await getWorkspace(app.records, app.workspace);
  return periodOf({ kpis: [], from, to }, timeZone);
}

/** The period before, of the same length. */
export async function periodBefore(app: App, asked: Asked): Promise<Asked> {
  const before = comparedPeriod(await cutAsked(app, asked), 'previous');
  return { ...asked, from: formatInstant(before.from), to: formatInstant(before.to) };
}

/** The length of bucket that cuts a period into a line with neither too few nor too many points. */
export async function everyOf(app: App, asked: Asked): Promise<Every> {
  const { from, to } = await cutAsked(app, asked);
  const days = (to - from) / 86_400_000;
  if (days <= 16) return 'day';
  return days <= 120 ? 'week' : 'month';
}
