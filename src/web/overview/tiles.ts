import type { Filter } from '#domain/report/filter.ts';
import type { ReportQuery } from '#domain/report/query.ts';
import type { Period } from '#presentation/question/period.ts';
import { suitableEvery } from '#presentation/question/period.ts';

/** The eight key figures. `reason` names what to say when there is no data. */
export const tiles = [
  { kpi: 'tickets-created', name: 'created', report: 'support-volume', reason: 'noFigure' },
  { kpi: 'tickets-solved', name: 'solved', report: 'support-volume', reason: 'noFigure' },
  { kpi: 'backlog', name: 'backlog', report: 'backlog', reason: 'noFigure' },
  { kpi: 'first-reply-time:median', name: 'firstReply', report: 'first-reply', reason: 'noMessages' },
  { kpi: 'full-resolution-time:median', name: 'resolution', report: 'time-to-close', reason: 'noSolved' },
  { kpi: 'sla-compliance', name: 'sla', report: 'sla-by-agent', reason: 'noClocks' },
  { kpi: 'csat', name: 'csat', report: 'csat', reason: 'noSurveys' },
  { kpi: 'sla-at-risk', name: 'atRisk', report: 'sla-overview', reason: 'noFigure' },
] as const;

/** Said beside the raw rate, in its tile: the column after those of the tiles. */
const adjusted = 'sla-compliance.adjusted';

export type Tile = (typeof tiles)[number];

export function tilesQuery(period: Period, filter: Filter | null, compare: 'previous' | 'year' | null): ReportQuery {
  return {
    kpis: [...tiles.map(({ kpi }) => kpi), adjusted],
    every: suitableEvery(period),
    ...period,
    filter,
    compare,
    time: 'business',
  };
}
