import { runQuery } from '#analytics/run-query.ts';
import type { QueryResult, ReportQuery } from '#domain/report/query.ts';
import { getDefaultVariants } from '#records/definitions/default-variants.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';

/**
 * Answers a question to the KPI language, as of this second, in the workspace's zone unless it names one. Questions of one
 * second that read the same rows are answered by one reading, and those of somebody who is `exploring` a dimension from what
 * was read for all its values.
 */
export async function answerQuery(app: App, query: ReportQuery, exploring?: string): Promise<QueryResult> {
  const [{ timeZone }, defaults] = await Promise.all([
    getWorkspace(app.records, app.workspace),
    getDefaultVariants(app.records, app.workspace),
  ]);
  const now = wholeSecond(app.now());
  return runQuery(app.analytics, app.workspace, query, { now, timeZone, defaults, ...(exploring && { exploring }) });
}

const wholeSecond = (atMs: number) => Math.floor(atMs / 1000) * 1000;
