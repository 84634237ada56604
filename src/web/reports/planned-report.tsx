import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '#domain/report/report.ts';
import { planSpread } from '#presentation/pictures/spread.ts';
import { askingOf } from '#presentation/question/asking.ts';
import { type ReportState, readReportState } from '#presentation/question/report-state.ts';
import { sourceVerdict, substitutes } from '#presentation/report/plan-matrix.ts';
import { type Plan, planReport } from '#presentation/report/plan-report.ts';
import { dimensionsQuery, figuresQuery, kpisQuery } from '../api/queries.ts';
import { usePeriodContext } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { useTellingDimensions } from '../overview/matrix.tsx';
import { useLastKnown } from '../state/use-last-known.ts';
import { PictureView } from './picture-view.tsx';
import { ReportFrame } from './report-frame.tsx';
import { Spread } from './spread.tsx';
import { useReportSearch } from './use-report-search.ts';
import { useWords } from './use-words.ts';

/** Any report of the catalogue, at the state of its address. */
export function PlannedReport({ report }: { readonly report: Report }) {
  const { search } = useReportSearch();
  const kpis = useQuery(kpisQuery);
  const dimensions = useQuery(dimensionsQuery);
  const telling = useTellingDimensions(report.picture === 'matrix' ? substitutes : []);
  const state = readReportState(report, search, usePeriodContext());
  const plan = planReport(askingOf(report, state, search), {
    kpis: kpis.data ?? [],
    judged: dimensions.data?.some(({ id }) => id === sourceVerdict) === true,
    telling: telling ?? [],
  });
  const ready = kpis.isFetched && dimensions.isFetched && telling !== null;
  return <Answers key={plan.questions.length} report={report} state={state} plan={plan} ready={ready} />;
}

interface Props {
  readonly report: Report;
  readonly state: ReportState;
  readonly plan: Plan;
  readonly ready: boolean;
}

/** Asks what the plan asks; while the questions change, the answers before stay on screen as they were planned. */
function Answers({ report, state, plan, ready }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const answers = useQueries({
    queries: plan.questions.map((question) => ({ ...figuresQuery(question), enabled: ready })),
  });
  const results = answers.map(({ data }) => data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the plan belongs to the answers, not to the questions that follow them
  const answered = useMemo(() => {
    const all = results.filter((result) => result !== undefined);
    const made = all.length === results.length ? plan.show(all, words) : null;
    return made === null ? null : { ...made, frame: plan.frame, picture: plan.picture };
  }, [...results, words]);
  const before = useLastKnown(answered);
  const error = answers.find((answer) => answer.error !== null)?.error ?? null;
  // What failed says so, and is not answered by figures of another question.
  const shown = answered ?? (error === null ? before : null);
  const picture = shown?.picture ?? report.picture;
  const pictured = useMemo(() => ({ ...report, picture }), [report, picture]);
  const spread = planSpread(plan, words.kpis);
  const nameOf = (id: string) => words.dimension(id).toLowerCase();
  const { swapped } = plan;
  return (
    <ReportFrame
      report={report}
      state={{ ...state, by: plan.by }}
      results={shown === null ? [] : [shown.standing]}
      model={shown?.model ?? null}
      fetching={answers.some(({ isFetching }) => isFetching)}
      error={error}
      onRetry={() => void Promise.all(answers.map(({ refetch }) => refetch()))}
      note={
        swapped === null ? null : t('report.swapped', { missing: nameOf(swapped.missing), used: nameOf(swapped.used) })
      }
      {...(shown?.sort == null ? {} : { sort: shown.sort })}
      beside={spread === null || shown === null ? null : <Spread plan={spread} words={words} />}
      picture={
        shown === null ? null : (
          <PictureView
            report={pictured}
            figures={shown.figures}
            frame={shown.frame}
            title={format.text(report.title)}
            words={words}
          />
        )
      }
    />
  );
}
