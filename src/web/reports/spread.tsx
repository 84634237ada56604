import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import { parseRef, readFigures } from '#presentation/figures/figures.ts';
import {
  classEnds,
  classesOf,
  type DurationClass,
  drawHistogram,
  nameOfClass,
} from '#presentation/pictures/histogram.ts';
import type { Asked } from '#presentation/question/report-state.ts';
import type { Words } from '#presentation/words/create-words.ts';
import { figuresQuery } from '../api/queries.ts';
import { Card } from '../ui/card.tsx';
import classes from './report.module.css';

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

interface Props {
  readonly question: Asked;
  readonly words: Words;
}

/** The duration that a report is about, without its statistic; null for a report of something else. */
export function durationOf(refs: readonly string[], kpis: readonly KpiInfo[]): string | null {
  const [first = ''] = refs;
  const { kpi, statistic } = parseRef(first);
  const info = kpis.find(({ id }) => id === kpi);
  const isSpread = info?.unit === 'seconds' && info.statistics.includes('within') && statistic !== null;
  return isSpread ? (first.split(':')[0] ?? null) : null;
}

/** The threshold that the report itself or the reader asks about. */
function targetOf(refs: readonly string[]): number | null {
  const within = refs.map((ref) => parseRef(ref).statistic).find((statistic) => statistic?.startsWith('within-'));
  return within == null ? null : Number(within.replace('within-', ''));
}

/** How the durations of a report spread, over the whole period: asked as shares within each of some times. */
export function Spread({ question, words }: Props) {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const duration = durationOf(question.kpis, words.kpis) ?? '';
  const target = targetOf(question.kpis);
  const ends = [...new Set([...classEnds, ...(target === null ? [] : [target])])].sort((one, other) => one - other);
  const asked = {
    ...question,
    kpis: ends.map((end) => `${duration}:within-${end}`),
    by: [],
    every: null,
    compare: null,
  };
  const answer = useQuery(figuresQuery(asked));
  const { data } = answer;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the classes belong to the answer, not to the question that follows it
  const spread = useMemo(() => {
    if (data === undefined) return null;
    const within = readFigures(data).columns.map(({ index }) => data.total[index]);
    return classesOf(
      ends,
      within.map((value) => (typeof value === 'number' ? value : null)),
    );
  }, [data]);
  const drawn = useMemo(
    () => (spread === null ? null : drawHistogram(spread, target, { scheme, given: new Map() }, words)),
    [spread, target, scheme, words],
  );
  if (answer.isPending) return <Skeleton height={300} radius="md" />;
  if (drawn === null || spread === null) return null;
  const title = t('report.spread', { figure: words.figure(duration) });
  return (
    <Card title={title}>
      <Suspense fallback={<Skeleton height={drawn.height} />}>
        <Chart option={drawn.option} height={drawn.height} label={t('report.pictureOf', { title })} />
      </Suspense>
      <ClassTable spread={spread} caption={title} words={words} />
      {target !== null && (
        <p className={classes.note}>{t('report.spreadTarget', { target: words.format.duration(target) })}</p>
      )}
    </Card>
  );
}

interface TableProps {
  readonly spread: readonly DurationClass[];
  readonly caption: string;
  readonly words: Words;
}

/** The histogram for those who cannot see it. */
function ClassTable({ spread, caption, words: { format } }: TableProps) {
  return (
    <table className="visually-hidden">
      <caption>{caption}</caption>
      <tbody>
        {spread.map((each) => (
          <tr key={each.from}>
            <th scope="row">{nameOfClass(each, format.duration)}</th>
            <td>{format.share(each.share, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
