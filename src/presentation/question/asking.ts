import type { KpiInfo } from '#contract/schemas/registry.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { Basis } from '#domain/report/query.ts';
import type { Report } from '#domain/report/report.ts';
import { filterOfSearch } from './conditions.ts';
import { filterOf, type Search } from './filters.ts';
import { type Asked, type ReportState, refsOf } from './report-state.ts';

/** A report as it is asked for: its own settings, and what was changed of them. */
export interface Asking {
  readonly report: Report;
  readonly state: ReportState;
  /** What narrows the report's own filter. */
  readonly filter: Filter | null;
  /** Whether the reader chose the groups, rather than the report. */
  readonly chosen: boolean;
  readonly whose?: 'team';
  readonly timeZone?: string;
  readonly basis?: Basis;
}

/** A report as its page's address asks for it. */
export function askingOf(report: Report, state: ReportState, search: Search): Asking {
  return {
    report,
    state,
    filter: filterOfSearch(search),
    chosen: search.by !== undefined,
    ...(search.whose === 'team' ? { whose: 'team' as const } : {}),
  };
}

/** The question of a report, durations in the statistic the reader chose. */
export function questionOf(asking: Asking, kpis: readonly KpiInfo[]): Asked {
  const { report, state, filter, whose, timeZone, basis } = asking;
  return {
    kpis: refsOf(report.kpis, state.statistic, kpis),
    by: state.by,
    every: state.every,
    ...state.period,
    filter: filterOf(report.filter, filter),
    time: state.time,
    compare: state.compare,
    ...(state.top === null || state.by.length === 0 ? {} : { top: state.top }),
    ...(whose === undefined ? {} : { whose }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(basis === undefined ? {} : { basis }),
  };
}

/** The question of a report at its page's address. */
export function queryOf(report: Report, state: ReportState, search: Search, kpis: readonly KpiInfo[]): Asked {
  return questionOf(askingOf(report, state, search), kpis);
}
