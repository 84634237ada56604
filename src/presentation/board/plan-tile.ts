import type { KpiInfo } from '#contract/schemas/registry.ts';
import { addressOnBoard, type ReportView } from '#domain/report/dashboard.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import { getReport } from '#domain/report/get-report.ts';
import type { Report } from '#domain/report/report.ts';
import { type Asking, askingOf } from '../question/asking.ts';
import { readComposed } from '../question/composed-report.ts';
import type { PeriodContext } from '../question/period.ts';
import { readReportState } from '../question/report-state.ts';
import { type Plan, planReport } from '../report/plan-report.ts';

/** What the data has, as far as it decides what tiles ask. */
export interface BoardContext extends PeriodContext {
  /** Whether a source gives verdicts of its own. */
  readonly judged: boolean;
  readonly telling: readonly string[];
}

export interface PlannedTile {
  readonly asking: Asking;
  readonly plan: Plan;
}

/** What a tile asks and shows: the server asks these questions, and the screen shows their answers. Throws `report.unknown`, and what is wrong with a composed one. */
export function planTile(
  tile: ReportView,
  boardQuery: Address,
  context: BoardContext,
  kpis: readonly KpiInfo[],
): PlannedTile {
  const report = reportOfTile(tile);
  const search = addressOnBoard(tile, boardQuery);
  const asking = askingOf(report, readReportState(report, search, context), search);
  return { asking, plan: planReport(asking, { kpis, judged: context.judged, telling: context.telling }) };
}

function reportOfTile({ report, query, picture }: ReportView): Report {
  if (report !== null) return picture === null ? getReport(report) : { ...getReport(report), picture };
  const composed = readComposed(picture === null ? query : { ...query, picture });
  const [wrong] = composed.wrong;
  if (wrong !== undefined) throw wrong.error;
  return composed.report;
}
