import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Report } from '#domain/report/report.ts';
import { readFigures } from '#presentation/figures/figures.ts';
import { queryOf, type ReportState, readReportState } from '#presentation/question/report-state.ts';
import { tableOfFigures } from '#presentation/table/table-of-figures.ts';
import { figuresQuery, kpisQuery } from '../api/queries.ts';
import { usePeriodContext } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { CrossedReport } from './crossed-report.tsx';
import { PictureView } from './picture-view.tsx';
import { ReportFrame } from './report-frame.tsx';
import { useWords } from './use-words.ts';

/** A report of the catalogue: along time by one group its table crosses both, else it is one question. */
export function PlainReport({ report }: { readonly report: Report }) {
  const { search } = useUrl();
  const kpis = useQuery(kpisQuery);
  const state = readReportState(report, search, usePeriodContext());
  if (state.every === null || state.by.length !== 1) return <OneQuestion report={report} state={state} />;
  return (
    <CrossedReport
      report={report}
      state={state}
      rowRefs={report.kpis}
      ready={kpis.isFetched}
      sort={`-${report.kpis[0]}`}
    />
  );
}

/** A picture, and the same figures in a table. */
function OneQuestion({ report, state }: { readonly report: Report; readonly state: ReportState }) {
  const format = useFormat();
  const words = useWords();
  const { search } = useUrl();
  const kpis = useQuery(kpisQuery);
  const answer = useQuery({
    ...figuresQuery(queryOf(report, state, search, kpis.data ?? [])),
    enabled: kpis.isFetched,
  });
  const { period, every, time } = state;
  const figures = useMemo(() => (answer.data === undefined ? null : readFigures(answer.data)), [answer.data]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frame belongs to the answer, not to the question that follows it
  const frame = useMemo(() => ({ period, every, time }), [answer.data]);
  const model = useMemo(
    () => (figures === null ? null : tableOfFigures(figures, frame, words)),
    [figures, frame, words],
  );
  // Groups are ranked by the first figure; time and the hours of the week have an order of their own.
  const ranked = every === null && state.by.length > 0 && !state.by.includes('hour');
  return (
    <ReportFrame
      report={report}
      state={state}
      results={answer.data === undefined ? [] : [answer.data]}
      model={model}
      {...(ranked ? { sort: `-${figures?.columns[0]?.id}` } : {})}
      fetching={answer.isFetching}
      error={answer.error}
      onRetry={() => void answer.refetch()}
      picture={
        figures === null ? null : (
          <PictureView
            report={report}
            figures={figures}
            frame={frame}
            title={format.text(report.title)}
            words={words}
          />
        )
      }
    />
  );
}
