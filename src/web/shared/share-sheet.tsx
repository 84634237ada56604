import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Report } from '#domain/report/report.ts';
import { queryOf } from '#presentation/question/asking.ts';
import { composedId } from '#presentation/question/composed-id.ts';
import { addDays } from '#presentation/question/period.ts';
import type { ReportState } from '#presentation/question/report-state.ts';
import { kpisQuery } from '../api/queries.ts';
import { useWorkspace } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { LinkSheet } from './link-sheet.tsx';
import { queryToShare } from './query-to-share.ts';

interface Props {
  readonly report: Report;
  readonly state: ReportState;
  readonly onClose: () => void;
}

/** A link to a report as it stands. */
export function ShareSheet({ report, state, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search } = useUrl();
  const { timeZone } = useWorkspace();
  const kpis = useQuery(kpisQuery).data ?? [];
  const query = queryToShare(queryOf(report, state, search, kpis), timeZone);
  return (
    <LinkSheet
      heading={t('share.shareTitle')}
      shared={{ ...(report.id === composedId ? { picture: report.picture } : { report: report.id }), query }}
      title={format.text(report.title)}
      what={t('share.what', { period: format.range(state.period.from, addDays(state.period.to, -1)) })}
      onClose={onClose}
    />
  );
}
