import { VigieError } from '../error.ts';
import { nearest } from '../kpi/nearest.ts';
import { reports } from './catalogue/index.ts';
import type { ReportQuery } from './query.ts';
import type { Report } from './report.ts';

/** The report of an id. Throws `report.unknown` with the nearest one. */
export function getReport(id: string): Report {
  const found = reports.find((report) => report.id === id);
  if (found) return found;
  const suggestion = nearest(
    id,
    reports.map((report) => report.id),
  );
  throw new VigieError('report.unknown', { report: id, suggestion });
}

/** The question that a report asks, but for its period. */
export function questionOf(report: Report): Omit<ReportQuery, 'from' | 'to'> {
  const { kpis, by, every, filter, top } = report;
  return { kpis, by, every, filter: filter ?? null, top: top ?? null };
}
