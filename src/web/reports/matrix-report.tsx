import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import type { Report } from '#domain/report/report.ts';
import { kpisQuery } from '../api/queries.ts';
import { usePeriodContext } from '../api/workspace.ts';
import { useTellingDimensions } from '../overview/matrix.tsx';
import { parseRef } from '../state/figures.ts';
import { useUrl } from '../state/url.ts';
import { CrossedReport } from './crossed-report.tsx';
import { PlainReport } from './plain-report.tsx';
import { readReportState } from './report-state.ts';
import { useWords } from './use-words.ts';

/** Figures of the row beside its matrix; the source's own verdict only where the registry measures it. */
const rowFigures = [
  'sla-compliance',
  'sla-compliance:n',
  'source-sla',
  'sla-breaches',
  'full-resolution-time:median',
  'full-resolution-time:p90',
];

/** What takes the place of a second dimension that this data does not fill. */
const substitutes = ['marketplace', 'channel', 'priority', 'metric'];

function rowRefs(report: Report, kpis: readonly KpiInfo[]): readonly string[] {
  const refs = [...new Set([...rowFigures, ...report.kpis])];
  return refs.filter((ref) => kpis.some(({ id }) => id === parseRef(ref).kpi));
}

/** Who keeps which promise: rows against columns, then the row's own figures; over time, lines instead. */
export function MatrixReport({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const words = useWords();
  const { search } = useUrl();
  const telling = useTellingDimensions(substitutes);
  const kpis = useQuery(kpisQuery);
  const state = readReportState(report, search, usePeriodContext());
  const [row, column] = state.by;
  if (state.every !== null || row === undefined || column === undefined) {
    return <PlainReport report={{ ...report, picture: 'trend' }} />;
  }
  const asked =
    search.by !== undefined || telling === null || telling.includes(column) || !substitutes.includes(column);
  const used = asked ? column : (telling.find((id) => id !== row) ?? 'metric');
  const swapped = { missing: words.dimension(column).toLowerCase(), used: words.dimension(used).toLowerCase() };
  return (
    <CrossedReport
      report={report}
      state={{ ...state, by: [row, used] }}
      rowRefs={rowRefs(report, kpis.data ?? [])}
      ready={telling !== null && kpis.isFetched}
      sort="-sla-compliance:n"
      note={used === column ? null : t('report.swapped', swapped)}
    />
  );
}
