import { useQuery } from '@tanstack/react-query';
import type { CallOf } from '#contract/client.ts';
import type { Report } from '#domain/report/report.ts';
import { settingsOf } from '#presentation/question/address-of.ts';
import { askingOf, queryOf } from '#presentation/question/asking.ts';
import { composedId } from '#presentation/question/composed-id.ts';
import type { ReportState } from '#presentation/question/report-state.ts';
import { call } from '../api/client.ts';
import { kpisQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useReportSearch } from '../reports/use-report-search.ts';
import type { FileFormat } from './export-menu.tsx';
import { useExport } from './use-export.ts';

/** The report on the page as a file: its state, its order, its language. */
export function useReportExport(report: Report, state: ReportState) {
  const { current, start, cancel } = useExport();
  const { search } = useReportSearch();
  const { language, text: say } = useFormat();
  const kpis = useQuery(kpisQuery).data ?? [];
  const chooseComposed = (format: FileFormat) => {
    const { sort } = search;
    const named = { title: say(report.title), picture: report.picture, ...(sort === undefined ? {} : { sort }) };
    const query = { ...named, format, lang: language } as NonNullable<CallOf<'export-query'>['query']>;
    const body = queryOf(report, state, search, kpis) as CallOf<'export-query'>['body'];
    void start(`${report.id}.${format}`, (signal) => call('export-query', { query, body }, { signal }));
  };
  const choose = (format: FileFormat) => {
    if (report.id === composedId) return chooseComposed(format);
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
