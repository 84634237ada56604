import type { TimeKind } from '#domain/report/query.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { usualPeriod } from '../reports/run-report.ts';

/** The part of a question that says which time it is about. */
export interface PeriodRequest {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly time?: TimeKind | undefined;
}

export interface AskedPeriod {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly time: TimeKind;
}

/** The period asked for; what is left out is that of the twelve months up to the newest ticket, in the workspace's zone. */
export async function readPeriod(app: App, request: PeriodRequest): Promise<AskedPeriod> {
  const { from, to, timeZone, time = 'calendar' } = request;
  const usual = from === undefined || to === undefined ? await usualPeriod(app) : { from, to };
  const zone = timeZone ?? (await getWorkspace(app.records, app.workspace)).timeZone;
  return { from: from ?? usual.from, to: to ?? usual.to, timeZone: zone, time };
}
