import { useQuery } from '@tanstack/react-query';
import type { CallOf } from '#contract/client.ts';
import type { Report } from '#domain/report/report.ts';
import { settingsOf } from '#presentation/question/address-of.ts';
import { askingOf } from '#presentation/question/asking.ts';
import type { ReportState } from '#presentation/question/report-state.ts';
import { call } from '../api/client.ts';
import { kpisQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import type { FileFormat } from './export-menu.tsx';
import { useExport } from './use-export.ts';

/** The report on the page as a file: its state, its order, its language. */
export function useReportExport(report: Report, state: ReportState) {
  const { current, start, cancel } = useExport();
  const { search } = useUrl();
  const { language } = useFormat();
  const kpis = useQuery(kpisQuery).data ?? [];
  const choose = (format: FileFormat) => {
    const { sort } = search;
    const query = {
      ...settingsOf(askingOf(report, state, search), kpis),
      ...state.period,
      ...(sort === undefined ? {} : { sort }),
      ...{ format, lang: language },
    } as NonNullable<CallOf<'export-report'>['query']>;
    void start(`${report.id}.${format}`, (signal) =>
      call('export-report', { params: { id: report.id }, query }, { signal }),
    );
  };
  return { current, choose, cancel };
}
