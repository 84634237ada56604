import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Report } from '#domain/report/report.ts';
import { readFigures } from '#presentation/figures/figures.ts';
import { queryOf, type ReportState } from '#presentation/question/report-state.ts';
import { tableOfMatrix } from '#presentation/table/table-of-matrix.ts';
import { figuresQuery, kpisQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { PictureView } from './picture-view.tsx';
import { ReportFrame } from './report-frame.tsx';
import { useWords } from './use-words.ts';

interface Props {
  readonly report: Report;
  /** By two dimensions, or by one over time. */
  readonly state: ReportState;
  /** The row's own figures, after the columns in the middle. */
  readonly rowRefs: readonly string[];
  readonly ready: boolean;
  readonly sort?: string;
  readonly note?: string | null;
}

/** A report whose table crosses a dimension with another, or with time; its total row is asked for, never added up. */
export function CrossedReport({ report, state, rowRefs, ready, sort, note = null }: Props) {
  const format = useFormat();
  const words = useWords();
  const { search } = useUrl();
  const kpis = useQuery(kpisQuery).data ?? [];
  const [row = ''] = state.by;
  const question = queryOf(report, state, search, kpis);
  const [first = ''] = question.kpis;
  const figure = { kpis: [first], compare: null };
  // Which lines a picture has room for is decided by the rows behind them, not by how high they lie.
  const counted = `${first.split(':')[0]}:n`;
  const rowQuestion = queryOf({ ...report, kpis: rowRefs }, { ...state, every: null, by: [row] }, search, kpis);
  const [spread, whole, across] = useQueries({
    queries: [
      { ...figuresQuery({ ...question, ...figure, kpis: [...new Set([first, counted])] }), enabled: ready },
      { ...figuresQuery(rowQuestion), enabled: ready },
      { ...figuresQuery({ ...question, ...figure, by: state.by.slice(1) }), enabled: ready },
    ],
  });
  const answers = [spread, whole, across];
  const { period, every, time } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frame belongs to the answers, not to the question that follows them
  const frame = useMemo(() => ({ period, every, time }), [spread.data, whole.data]);
  const pictured = every === null ? whole.data : spread.data;
  const figures = useMemo(() => (pictured === undefined ? null : readFigures(pictured)), [pictured]);
  const model = useMemo(() => {
    if (spread.data === undefined || whole.data === undefined || across.data === undefined) return null;
    return tableOfMatrix({ spread: spread.data, whole: whole.data, across: across.data }, frame, words);
  }, [spread.data, whole.data, across.data, frame, words]);
  return (
    <ReportFrame
      report={report}
      state={state}
      results={whole.data === undefined ? [] : [whole.data]}
      model={model}
      fetching={answers.some(({ isFetching }) => isFetching)}
      error={answers.find(({ error }) => error !== null)?.error ?? null}
      onRetry={() => void Promise.all(answers.map(({ refetch }) => refetch()))}
      note={note}
      {...(sort === undefined ? {} : { sort })}
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
