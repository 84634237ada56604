import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '#domain/report/report.ts';
import { readFigures } from '#presentation/figures/figures.ts';
import { readComposed } from '#presentation/question/composed-report.ts';
import { type Period, suitableEvery } from '#presentation/question/period.ts';
import { figuresQuery } from '../../api/queries.ts';
import { PictureView } from '../../reports/picture-view.tsx';
import { useWords } from '../../reports/use-words.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { filterOfCustomer } from '../asking.ts';
import type { History } from '../queries.ts';

const kpis = ['tickets-created', 'tickets-solved'] as const;
const report: Report = readComposed({ kpis: kpis.join(','), picture: 'trend' }).report;

interface Props {
  readonly customer: History['customer'];
  readonly period: Period;
}

/** Tickets created and solved, bucket by bucket. */
export function OverTime({ customer, period }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const every = suitableEvery(period);
  const answer = useQuery(figuresQuery({ kpis, every, ...period, filter: filterOfCustomer(customer) }));
  const figures = useMemo(() => (answer.data === undefined ? null : readFigures(answer.data)), [answer.data]);
  return (
    <Card title={t('customer.overTime')}>
      {answer.isError && figures === null && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={220} />}
      {figures !== null && (
        <PictureView
          report={report}
          figures={figures}
          frame={{ period, every, time: 'business' }}
          title={t('customer.overTime')}
          words={words}
          height={220}
        />
      )}
    </Card>
  );
}
