import { SegmentedControl, Select, Skeleton } from '@mantine/core';
import { useThrottledCallback } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { metrics } from '#domain/sla/policy.ts';
import { filterOfSearch } from '#presentation/question/conditions.ts';
import type { Search } from '#presentation/question/filters.ts';
import { useMay } from '../api/session.ts';
import { useLive } from '../dashboards/use-live.ts';
import { useFormat } from '../format/use-format.ts';
import { FilterBar } from '../reports/filters/filter-bar.tsx';
import { useUrl } from '../state/url.ts';
import { Pager } from '../tickets/pager.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { PageBar } from '../ui/page-bar.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ClockTable } from './clock-table.tsx';
import classes from './desk.module.css';
import { type ClocksCall, clocksQuery, keyOf } from './queries.ts';

const statuses = ['running', 'paused', 'breached'] as const;
const news = ['facts', 'steps'] as const;

function callOf(search: Search): ClocksCall {
  const filter = filterOfSearch(search);
  const status = statuses.find((each) => each === search.status);
  const metric = metrics.find((each) => each === search.metric);
  return {
    ...{ open: 'true', sort: 'remaining', limit: 50 },
    ...(status === undefined ? {} : { status }),
    ...(metric === undefined ? {} : { metric }),
    ...(search.after === undefined ? {} : { after: search.after }),
    ...(filter === null ? {} : { filter: JSON.stringify(filter) }),
  };
}

/** Open clocks by time left, kept up to date by themselves, and what can be done about them. */
export function DeskPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const { search, patch } = useUrl();
  const asked = callOf(search);
  const answer = useQuery(clocksQuery(asked));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<string | null>(null);
  const renew = useThrottledCallback(() => void queryClient.invalidateQueries({ queryKey: ['clocks'] }), 500);
  const live = useLive(renew, news);
  const { data } = answer;
  const chosen = data?.items.filter((clock) => selected.has(keyOf(clock))) ?? [];
  const narrowed = asked.status !== undefined || asked.metric !== undefined || asked.filter !== undefined;
  const done = (words: string) => {
    setTold(words);
    setSelected(new Set());
    renew();
  };
  return (
    <Page title={t('desk.title')} lead={t('desk.lead')}>
      <DeskFilters search={search} patch={patch} />
      {live.cutOffAt !== null && (
        <p className={classes.told} role="status">
          {t('desk.cutOff')}
        </p>
      )}
      {told !== null && (
        <p className={classes.told} role="status">
          {told}
        </p>
      )}
      <Card
        flush
        title={
          data === undefined ? (
            <Skeleton height={16} width={120} />
          ) : (
            <span className="figures">{t('desk.count', { count: data.total, n: format.count(data.total) })}</span>
          )
        }
      >
        {answer.isError && data === undefined && (
          <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
        )}
        {answer.isPending && <Skeleton height={400} m={16} width="auto" />}
        {data?.items.length === 0 && (
          <EmptyState title={t(narrowed ? 'desk.noneFound' : 'desk.none')}>
            {t(narrowed ? 'desk.noneFoundLead' : 'desk.noneLead')}
          </EmptyState>
        )}
        {chosen.length > 0 && <BulkBar clocks={chosen} onDone={done} />}
        {data !== undefined && data.items.length > 0 && (
          <div className={classes.body}>
            <ClockTable
              page={data}
              selection={may('handle-clocks') ? { keys: selected, onChange: setSelected } : null}
            />
            <div className={classes.pager}>
              <Pager next={data.next} first={search.after === undefined} onGo={(after) => patch({ after }, true)} />
            </div>
          </div>
        )}
      </Card>
    </Page>
  );
}

function DeskFilters({ search, patch }: Pick<ReturnType<typeof useUrl>, 'search' | 'patch'>) {
  const { t } = useTranslation();
  return (
    <PageBar>
      <SegmentedControl
        size="xs"
        aria-label={t('desk.status')}
        value={statuses.find((each) => each === search.status) ?? 'all'}
        onChange={(value) => patch({ status: value === 'all' ? null : value, after: null })}
        data={(['all', ...statuses] as const).map((value) => ({ value, label: t(`desk.statuses.${value}`) }))}
      />
      <Select
        size="xs"
        w={190}
        aria-label={t('desk.metric')}
        value={metrics.find((each) => each === search.metric) ?? ''}
        onChange={(value) => patch({ metric: value === '' ? null : value, after: null })}
        data={[
          { value: '', label: t('desk.anyMetric') },
          ...metrics.map((value) => ({ value, label: t(`vocabulary.metric.${value}`) })),
        ]}
        allowDeselect={false}
      />
      <FilterBar primary={['team', 'agent', 'priority']} />
    </PageBar>
  );
}
