import { type AlertRule, wholeWorkspace } from '#domain/alerts/alert.ts';
import { windowAt } from '#domain/alerts/alert-window.ts';
import { withCondition } from '../question/conditions.ts';
import type { Search } from '../question/filters.ts';
import { addDays, localDate, writeRange } from '../question/period.ts';
import { searchOfFilter } from '../question/search-of-filter.ts';

/**
 * The composed report that shows the figure of a firing: its KPI, filter and value over the local days of its window. Null
 * where no page can ask its filter.
 */
export function linkOfFiring(
  rule: AlertRule,
  value: string,
  { at, timeZone }: { readonly at: number; readonly timeZone: string },
): string | null {
  const asked = rule.filter === null ? {} : searchOfFilter(rule.filter);
  if (asked === null) return null;
  // The value is one that the filter lets through: where both are of one field, the value is the narrower.
  const ofAll = rule.by === null || value === wholeWorkspace;
  const conditions = ofAll ? asked : withCondition(asked, { field: rule.by, kind: 'is', values: [value] });
  const { from, to } = windowAt(rule.windowHours, timeZone, at);
  const period = { from: localDate(from, timeZone), to: addDays(localDate(to - 1, timeZone), 1) };
  const search: Search = {
    ...{ kpis: rule.kpi, picture: 'table', every: 'none', time: rule.time, period: writeRange(period) },
    by: rule.by ?? '-',
    ...conditions,
  };
  return `/reports/compose?${new URLSearchParams(search)}`;
}
