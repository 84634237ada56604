import type { KpiInfo } from '#contract/schemas/registry.ts';
import type { Asking } from './asking.ts';
import { refsOf } from './report-state.ts';

/** A report’s state as parameters of its data and of its files, the period aside: everything is said, but what it is itself. */
export function settingsOf({ report, state, filter, whose }: Asking, kpis: readonly KpiInfo[]): Record<string, string> {
  const { statistic, by, every, time, compare, top } = state;
  return {
    ...(statistic === null ? {} : { kpis: refsOf(report.kpis, statistic, kpis).join(',') }),
    // A list of nothing is written with a comma: an empty parameter would say nothing at all.
    by: by.length === 0 ? ',' : by.join(','),
    every: every ?? 'none',
    time,
    ...(filter === null ? {} : { filter: JSON.stringify(filter) }),
    ...(compare === null ? {} : { compare }),
    ...(top === null ? {} : { top: String(top) }),
    ...(whose === undefined ? {} : { whose }),
  };
}
