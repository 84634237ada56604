import { splitRefs } from '../../kpi/split-refs.ts';
import type { ReportView } from '../dashboard.ts';
import { getReport } from '../get-report.ts';
import type { Report } from '../report.ts';
import type { Address } from './address.ts';

const nothing = { en: '', fr: '' };

/** The report that something saved shows, in the picture that it asks for. Throws `report.unknown`. */
export function reportOfView({ report, query, picture, title }: Omit<ReportView, 'kind'>): Report {
  const own = report === null ? composedReport(query, title ?? '') : getReport(report);
  return picture === null ? own : { ...own, picture };
}

/** A report without a place in the catalogue: its address names its KPIs. */
function composedReport(query: Address, title: string): Report {
  const picture = query.every === undefined || query.every === 'none' ? 'table' : 'trend';
  return {
    ...{ id: 'composed', theme: 'business', question: nothing, about: nothing, title: { en: title, fr: title } },
    ...{ kpis: splitRefs(query.kpis ?? ''), by: [], every: query.every === undefined ? null : 'month', picture },
  };
}
