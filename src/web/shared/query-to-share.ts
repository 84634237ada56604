import type { ReportQuery } from '#domain/report/query.ts';

/** A question as parameters of a report’s data: everything is said, so that the link shows what the screen shows. */
export function queryToShare(query: ReportQuery, timeZone: string): Record<string, string> {
  const { kpis, by = [], every, from, to, filter, time, compare, top } = query;
  return {
    kpis: kpis.join(','),
    by: by.join(','),
    every: every ?? 'none',
    from,
    to,
    timeZone,
    ...(filter == null ? {} : { filter: JSON.stringify(filter) }),
    ...(time === undefined ? {} : { time }),
    ...(compare == null ? {} : { compare }),
    ...(top == null ? {} : { top: String(top) }),
  };
}
