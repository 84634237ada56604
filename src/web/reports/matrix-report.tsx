import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import type { Report } from '#domain/report/report.ts';
import { parseRef } from '#presentation/figures/figures.ts';
import { readReportState } from '#presentation/question/report-state.ts';
import { dimensionsQuery, kpisQuery } from '../api/queries.ts';
import { usePeriodContext } from '../api/workspace.ts';
import { useTellingDimensions } from '../overview/matrix.tsx';
import { useUrl } from '../state/url.ts';
import { CrossedReport } from './crossed-report.tsx';
import { PlainReport } from './plain-report.tsx';
import { useWords } from './use-words.ts';

/** Figures of the row beside its matrix, after the report's first: how many verdicts, and the source's own where it gives one. */
const rowFigures = ['sla-compliance.decided', 'source-sla'];
const sourceVerdict = 'fields.sourceSlaMet';

/** What takes the place of a second dimension that this data does not fill. */
const substitutes = ['marketplace', 'channel', 'priority', 'metric'];

function rowRefs(
  { kpis: [first = '', ...others] }: Report,
  known: readonly KpiInfo[],
  judged: boolean,
): readonly string[] {
  const refs = [...new Set([first, ...rowFigures, ...others])];
  return refs.filter((ref) => known.some(({ id }) => id === parseRef(ref).kpi) && (judged || ref !== 'source-sla'));
}

/** Who keeps which promise: rows against columns, then the row's own figures; over time, lines instead. */
export function MatrixReport({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const words = useWords();
  const { search } = useUrl();
  const telling = useTellingDimensions(substitutes);
  const kpis = useQuery(kpisQuery);
  const dimensions = useQuery(dimensionsQuery);
  const judged = dimensions.data?.some(({ id }) => id === sourceVerdict) === true;
  const state = readReportState(report, search, usePeriodContext());
  const [row, column] = state.by;
  const refs = rowRefs(report, kpis.data ?? [], judged);
  if (row === undefined || (state.every === null && column === undefined)) return <PlainReport report={report} />;
  const ready = telling !== null && kpis.isFetched && dimensions.isFetched;
  const sort = '-sla-compliance.decided';
  if (state.every !== null || column === undefined) {
    const lines = { ...report, picture: 'trend' } as const;
    return <CrossedReport report={lines} state={{ ...state, by: [row] }} rowRefs={refs} ready={ready} sort={sort} />;
  }
  const asked =
    search.by !== undefined || telling === null || telling.includes(column) || !substitutes.includes(column);
  const used = asked ? column : (telling.find((id) => id !== row) ?? 'metric');
  const swapped = { missing: words.dimension(column).toLowerCase(), used: words.dimension(used).toLowerCase() };
  return (
    <CrossedReport
      report={report}
      state={{ ...state, by: [row, used] }}
      rowRefs={refs}
      ready={ready}
      sort={sort}
      note={used === column ? null : t('report.swapped', swapped)}
    />
  );
}
