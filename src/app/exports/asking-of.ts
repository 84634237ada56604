import { getReport } from '#domain/report/get-report.ts';
import type { ReportQuery } from '#domain/report/query.ts';
import type { Report } from '#domain/report/report.ts';
import type { Asking } from '#presentation/question/asking.ts';
import type { App } from '../app.ts';
import { type ReportOverrides, usualPeriod } from '../reports/run-report.ts';

export type { Asking };

type Whose = { readonly whose?: 'own' | 'team' | undefined };

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** A report of the catalogue as it was asked for; its usual period where none was said. Throws `report.unknown`. */
export async function askingOfReport(app: App, id: string, overrides: ReportOverrides & Whose): Promise<Asking> {
  const report = getReport(id);
  const { kpis, by, every, from, to, filter, time, compare, top, timeZone, basis, whose } = overrides;
  const usual = from === undefined || to === undefined ? await usualPeriod(app) : { from, to };
  return {
    report: { ...report, ...given({ kpis }) },
    state: {
      period: { from: from ?? usual.from, to: to ?? usual.to },
      every: every === undefined ? report.every : every === 'none' ? null : every,
      by: by ?? report.by,
      time: time ?? 'business',
      statistic: null,
      compare: compare ?? null,
      top: top ?? report.top ?? null,
    },
    filter: filter ?? null,
    chosen: by !== undefined,
    ...given({ timeZone, basis, whose: whose === 'team' ? ('team' as const) : undefined }),
  };
}

/** A question of one's own as a report without a place in the catalogue. */
export function askingOfQuery(query: ReportQuery & Whose, named: Pick<Report, 'title' | 'picture'>): Asking {
  const { kpis, by = [], every = null, from, to, filter = null, time = 'business', compare = null } = query;
  const { top, timeZone, basis, whose } = query;
  const nothing = { en: '', fr: '' };
  return {
    report: {
      ...{ id: 'query', theme: 'business', question: nothing, about: nothing, ...named },
      ...{ kpis, by, every },
    },
    state: { period: { from, to }, every, by, time, statistic: null, compare, top: top ?? null },
    filter,
    chosen: true,
    ...given({ timeZone, basis: basis ?? undefined, whose: whose === 'team' ? ('team' as const) : undefined }),
  };
}
