import type { DefaultVariants } from '#domain/kpi/resolve-figure.ts';
import { answerQuestion } from '#domain/report/answer-question.ts';
import { getDimension } from '#domain/report/dimension.ts';
import type { QueryResult, ReportQuery } from '#domain/report/query.ts';
import type { Analytics } from './client.ts';
import { findFreshness } from './find-freshness.ts';
import { findLabels } from './find-labels.ts';
import type { Excuse } from './scan/compile-scan.ts';
import { runScanTogether } from './scan/read-together.ts';

export interface QueryOptions {
  /** The instant of the question: what is overdue by then is breached, and nothing counts beyond it. */
  readonly now: number;
  /** The zone of a question that names none; UTC without. */
  readonly timeZone?: string;
  /** The variants that the workspace means where the question names none. */
  readonly defaults?: DefaultVariants;
  /** Breaches excused since the facts were folded. */
  readonly excuses?: readonly Excuse[];
}

/** Answers a question to the KPI language from the fact tables of one workspace. */
export async function runQuery(
  analytics: Analytics,
  workspace: string,
  query: ReportQuery,
  options: QueryOptions,
): Promise<QueryResult> {
  const context = { now: options.now, timeZone: options.timeZone ?? 'UTC', defaults: options.defaults };
  const answer = await answerQuestion(query, context, (scan) => runScanTogether(analytics, workspace, scan, options));
  const freshness = await findFreshness(analytics, workspace);
  const labels = await findLabels(analytics, workspace, named(query, answer));
  return { ...answer, meta: { ...answer.meta, freshness, labels } };
}

/** The ids in a result that may have a name. */
function named(query: ReportQuery, { columns, rows }: Pick<QueryResult, 'columns' | 'rows'>) {
  return (query.by ?? [])
    .map((id) => getDimension(id))
    .flatMap(({ id, named: kind }) => {
      if (kind === undefined) return [];
      const index = columns.findIndex((column) => column.id === id);
      const ids = new Set(rows.map((row) => row[index]).filter((value) => typeof value === 'string'));
      return [{ dimension: id, kind, ids: [...ids] }];
    });
}
