import type { ReportView } from '#domain/report/dashboard.ts';
import type { Address } from '#domain/report/dashboards/address.ts';

/** Where a report is looked at: its page, or the one on which reports are composed. */
export function addressOfView({ report, query, picture }: Pick<ReportView, 'report' | 'query' | 'picture'>) {
  const search: Address = picture === null || report !== null ? query : { picture, ...query };
  return { to: '/reports/$id', params: { id: report ?? 'compose' }, search } as const;
}

const ofReading = new Set(['drill', 'd.period', 'd.at', 'd.part', 'd.of', 'tab', 'workspace', 'saved', 'q', 'tv']);

/** What of a page's address belongs to the report: not which tickets are open beside it. */
export function questionIn(search: Address): Address {
  return Object.fromEntries(Object.entries(search).filter(([name]) => !ofReading.has(name)));
}
