import type { DefaultVariants } from '#domain/kpi/resolve-figure.ts';
import { answerQuestion } from '#domain/report/answer-question.ts';
import { getDimension } from '#domain/report/dimension.ts';
import type { QueryResult, ReportQuery } from '#domain/report/query.ts';
import type { Scan } from '#domain/report/scan/scan.ts';
import type { Analytics } from './client.ts';
import { findFreshness } from './find-freshness.ts';
import { findLabels } from './find-labels.ts';
import type { Excuse } from './scan/compile-scan.ts';
import { explore } from './scan/explore.ts';
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
  /** The dimension whose values are being tried: figures may then be a minute old, of the instant of the first question. */
  readonly exploring?: string;
}

/** Answers a question to the KPI language from the fact tables of one workspace. */
export async function runQuery(
  analytics: Analytics,
  workspace: string,
  query: ReportQuery,
  options: QueryOptions,
): Promise<QueryResult> {
  const { exploring, excuses = [] } = options;
  const exploration =
    exploring === undefined || excuses.length > 0
      ? null
      : explore({ analytics, workspace, dimension: exploring, now: options.now });
  const { now } = exploration ?? options;
  const context = { now, timeZone: options.timeZone ?? 'UTC', defaults: options.defaults };
  const run = (scan: Scan) => exploration?.run(scan) ?? runScanTogether(analytics, workspace, scan, options);
  const known = exploration?.freshness();
  const answer = await answerQuestion(query, context, run);
  const freshness = await (known ?? findFreshness(analytics, workspace));
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
