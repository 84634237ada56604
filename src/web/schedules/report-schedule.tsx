import { useQuery } from '@tanstack/react-query';
import type { Report } from '#domain/report/report.ts';
import { settingsOf } from '#presentation/question/address-of.ts';
import { askingOf } from '#presentation/question/asking.ts';
import type { ReportState } from '#presentation/question/report-state.ts';
import { kpisQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { ScheduleButton } from './schedule-button.tsx';

interface Props {
  readonly report: Report;
  readonly state: ReportState;
}

/** Has the report sent by mail as it is set. */
export function ReportSchedule({ report, state }: Props) {
  const format = useFormat();
  const { search } = useUrl();
  const kpis = useQuery(kpisQuery).data ?? [];
  const query = settingsOf(askingOf(report, state, search), kpis);
  const title = format.text(report.title);
  return (
    <ScheduleButton
      scheduled={{ title, period: search.period, subject: { kind: 'report', report: report.id, query } }}
    />
  );
}
