import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import type { Report } from '#domain/report/report.ts';
import { figuresQuery, kpisQuery } from '../api/queries.ts';
import { usePeriodContext } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { useTellingDimensions } from '../overview/matrix.tsx';
import { readFigures } from '../state/figures.ts';
import { useUrl } from '../state/url.ts';
import { PictureView } from './picture-view.tsx';
import { PlainReport } from './plain-report.tsx';
import { ReportFrame } from './report-frame.tsx';
import { queryOf, type ReportState, readReportState } from './report-state.ts';
import { tableOfMatrix } from './table-of-matrix.ts';
import { useWords } from './use-words.ts';

/** Figures of the row beside its matrix; the source's own verdict only where the registry measures it. */
const rowFigures = [
  'sla-compliance',
  'sla-compliance.decided',
  'source-sla',
  'sla-breaches',
  'full-resolution-time:median',
  'full-resolution-time:p90',
];

/** What takes the place of a second dimension that this data does not fill. */
const substitutes = ['marketplace', 'channel', 'priority', 'metric'];

function rowRefs(report: Report, kpis: readonly KpiInfo[]): readonly string[] {
  const known = (ref: string) =>
    kpis.some(({ id, variants }) => {
      const [name = '', variant] = ref.split(':')[0]?.split('.') ?? [];
      return id === name && (variant === undefined || variants.some((each) => each.id === variant));
    });
  return [...new Set([...rowFigures, ...report.kpis])].filter(known);
}

/** Who keeps which promise: rows against columns, then the row's own figures; over time, lines instead. */
export function MatrixReport({ report }: { readonly report: Report }) {
  const { search } = useUrl();
  const telling = useTellingDimensions(substitutes);
  const context = usePeriodContext();
  const state = readReportState(report, search, context);
  if (state.every !== null || state.by.length < 2) return <PlainReport report={{ ...report, picture: 'trend' }} />;
  const [row = 'agent', column = 'metric'] = state.by;
  const asked =
    search.by !== undefined || telling === null || telling.includes(column) || !substitutes.includes(column);
  const used = asked ? column : (telling?.find((id) => id !== row) ?? 'metric');
  return (
    <Matrix
      report={report}
      state={{ ...state, by: [row, used] }}
      missing={used === column ? null : column}
      ready={telling !== null}
    />
  );
}

interface Props {
  readonly report: Report;
  readonly state: ReportState;
  /** The dimension that was asked for and holds nothing here. */
  readonly missing: string | null;
  readonly ready: boolean;
}

function Matrix({ report, state, missing, ready }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const { search } = useUrl();
  const kpis = useQuery(kpisQuery);
  const known = kpis.data ?? [];
  const [row = '', column = ''] = state.by;
  const question = queryOf(report, state, search, known);
  const figure = question.kpis.slice(0, 1);
  const rowQuestion = queryOf({ ...report, kpis: rowRefs(report, known) }, { ...state, by: [row] }, search, known);
  const enabled = ready && kpis.isFetched;
  const [spread, whole, across] = useQueries({
    queries: [
      { ...figuresQuery({ ...question, kpis: figure, compare: null }), enabled },
      { ...figuresQuery(rowQuestion), enabled },
      { ...figuresQuery({ ...question, kpis: figure, by: [column], compare: null }), enabled },
    ],
  });
  const failed = [spread, whole, across].find(({ error }) => error !== null);
  const { period, time } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frame belongs to the answer, not to the question that follows it
  const frame = useMemo(() => ({ period, every: null, time }), [whole.data]);
  const figures = useMemo(() => (whole.data === undefined ? null : readFigures(whole.data)), [whole.data]);
  const model = useMemo(
    () =>
      spread.data === undefined || whole.data === undefined || across.data === undefined
        ? null
        : tableOfMatrix(spread.data, whole.data, across.data, frame, words),
    [spread.data, whole.data, across.data, frame, words],
  );
  return (
    <ReportFrame
      report={report}
      state={state}
      results={whole.data === undefined ? [] : [whole.data]}
      model={model}
      fetching={[spread, whole, across].some(({ isFetching }) => isFetching)}
      error={failed?.error ?? null}
      onRetry={() => void Promise.all([spread.refetch(), whole.refetch(), across.refetch()])}
      note={
        missing === null
          ? null
          : t('report.swapped', { missing: words.dimension(missing), used: words.dimension(column) })
      }
      picture={
        figures === null ? null : (
          <PictureView report={report} figures={figures} frame={frame} title={format.text(report.title)} />
        )
      }
    />
  );
}
