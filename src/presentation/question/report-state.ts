import type { KpiInfo } from '#contract/schemas/registry.ts';
import type { Every, ReportQuery, TimeKind } from '#domain/report/query.ts';
import type { Report } from '#domain/report/report.ts';
import { parseRef } from '../figures/figures.ts';
import type { Search } from './filters.ts';
import { fittingEvery, type Period, type PeriodContext, parsePeriod } from './period.ts';

/** A question, and for agents whether it is of themselves or of their teams. */
export type Asked = ReportQuery & { readonly whose?: 'team' };

/** How a report is looked at: its own settings, overridden by the URL. */
export interface ReportState {
  readonly period: Period;
  /** Null shows totals. */
  readonly every: Every | null;
  readonly by: readonly string[];
  readonly time: TimeKind;
  readonly statistic: string | null;
  readonly compare: 'previous' | 'year' | null;
  /** Only so many groups, the largest by the first figure; null for all. */
  readonly top: number | null;
}

export const everyChoices: readonly Every[] = ['day', 'week', 'month', 'quarter', 'year'];
export const statisticChoices = [
  'median',
  'mean',
  'p90',
  'within-3600',
  'within-14400',
  'within-28800',
  'within-86400',
] as const;

/** Any threshold may be asked for: `within-2700` is the share within 45 minutes. */
export function isStatistic(text: string): boolean {
  return statisticChoices.some((statistic) => statistic === text) || /^within-[1-9]\d{0,8}$/.test(text);
}

export const topChoices = [5, 10, 20, 50] as const;

export const isTop = (text: string) => text === 'all' || /^[1-9]\d{0,3}$/.test(text);

function readTop(report: Report, text: string | undefined): number | null {
  if (text === 'all') return null;
  return text !== undefined && isTop(text) ? Number(text) : (report.top ?? null);
}

function readEvery(report: Report, text: string | undefined, period: Period): Every | null {
  if (text === 'none') return null;
  const asked = everyChoices.find((every) => every === text);
  return asked ?? (report.every === null ? null : fittingEvery(report.every, period));
}

export function readReportState(report: Report, search: Search, context: PeriodContext): ReportState {
  const period = parsePeriod(search.period, context);
  const by = search.by === undefined ? report.by : search.by.split(',').filter((id) => id !== '' && id !== '-');
  return {
    period,
    every: readEvery(report, search.every, period),
    by,
    time: search.time === 'calendar' ? 'calendar' : 'business',
    statistic: search.stat !== undefined && isStatistic(search.stat) ? search.stat : null,
    compare: search.compare === 'previous' || search.compare === 'year' ? search.compare : null,
    top: readTop(report, search.top),
  };
}

/** The report's figures, durations in the statistic the reader chose. */
export function refsOf(refs: readonly string[], statistic: string | null, kpis: readonly KpiInfo[]): readonly string[] {
  if (statistic === null) return refs;
  const changed = refs.map((ref) => {
    const { kpi, variant } = parseRef(ref);
    const info = kpis.find(({ id }) => id === kpi);
    if (info === undefined || info.unit !== 'seconds' || info.statistics.length === 0) return ref;
    return `${kpi}${variant === null ? '' : `.${variant}`}:${statistic}`;
  });
  return [...new Set(changed)];
}

/** Keys of the URL that are the report's own settings. */
export const settingKeys = ['every', 'by', 'time', 'stat', 'compare', 'period', 'sort', 'whose', 'top'] as const;
