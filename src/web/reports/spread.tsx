import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type DurationClass, drawHistogram, nameOfClass } from '#presentation/pictures/histogram.ts';
import type { SpreadPlan } from '#presentation/pictures/spread.ts';
import type { Words } from '#presentation/words/create-words.ts';
import { figuresQuery } from '../api/queries.ts';
import { Card } from '../ui/card.tsx';
import classes from './report.module.css';

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

interface Props {
  readonly plan: SpreadPlan;
  readonly words: Words;
}

/** How the durations of a report spread, over the whole period. */
export function Spread({ plan, words }: Props) {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const { duration, target } = plan;
  const answer = useQuery(figuresQuery(plan.question));
  const { data } = answer;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the classes belong to the answer, not to the question that follows it
  const spread = useMemo(() => (data === undefined ? null : plan.classesIn(data)), [data]);
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
