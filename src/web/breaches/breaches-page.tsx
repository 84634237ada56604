import { SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filterOfSearch } from '#presentation/question/conditions.ts';
import type { Search } from '#presentation/question/filters.ts';
import { type PeriodContext, parsePeriod } from '#presentation/question/period.ts';
import { useMay } from '../api/session.ts';
import { usePeriodContext } from '../api/workspace.ts';
import deskClasses from '../desk/desk.module.css';
import { useFormat } from '../format/use-format.ts';
import { FilterBar } from '../reports/filters/filter-bar.tsx';
import { useUrl } from '../state/url.ts';
import { Pager } from '../tickets/pager.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { PageBar } from '../ui/page-bar.tsx';
import { PeriodMenu } from '../ui/period-menu.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { BreachTable } from './breach-table.tsx';
import classes from './breaches.module.css';
import { type BreachesCall, type BreachPage, breachesQuery, keyOf } from './queries.ts';
import { ReviewBar } from './review-bar.tsx';

const states = ['open', 'asked', 'excused'] as const;

function callOf(search: Search, context: PeriodContext): BreachesCall {
  const filter = filterOfSearch(search);
  const state = states.find((each) => each === search.state);
  const { from, to } = parsePeriod(search.period, context);
  return {
    ...{ from, to, limit: 50 },
    ...(state === undefined ? {} : { state }),
    ...(search.after === undefined ? {} : { after: search.after }),
    ...(filter === null ? {} : { filter: JSON.stringify(filter) }),
  };
}

/** Broken promises of a period, why they broke, and what people say of them. */
export function BreachesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const { search, patch } = useUrl();
  const asked = callOf(search, usePeriodContext());
  const answer = useQuery(breachesQuery(asked));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<string | null>(null);
  const { data } = answer;
  const chosen = data?.items.filter((breach) => selected.has(keyOf(breach))) ?? [];
  const done = (words: string) => {
    setTold(words);
    setSelected(new Set());
    void queryClient.invalidateQueries({ queryKey: ['breaches'] });
  };
  const narrowed = asked.state !== undefined || asked.filter !== undefined;
  return (
    <Page title={t('breach.title')} lead={t('breach.lead')}>
      <PageBar>
        <PeriodMenu />
        <SegmentedControl
          size="xs"
          aria-label={t('breach.state')}
          value={asked.state ?? 'all'}
          onChange={(value) => patch({ state: value === 'all' ? null : value, after: null })}
          data={(['all', ...states] as const).map((value) => ({ value, label: t(`breach.states.${value}`) }))}
        />
        <FilterBar primary={['team', 'agent', 'metric']} />
      </PageBar>
      {told !== null && (
        <p className={deskClasses.told} role="status">
          {told}
        </p>
      )}
      {data !== undefined && <Compliance page={data} />}
      <Card
        flush
        title={
          data === undefined ? (
            <Skeleton height={16} width={120} />
          ) : (
            <span className="figures">{t('breach.count', { count: data.total, n: format.count(data.total) })}</span>
          )
        }
      >
        {answer.isError && data === undefined && (
          <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
        )}
        {answer.isPending && <Skeleton height={400} m={16} width="auto" />}
        {data?.items.length === 0 && (
          <EmptyState title={t(narrowed ? 'breach.noneFound' : 'breach.none')}>
            {t(narrowed ? 'breach.noneFoundLead' : 'breach.noneLead')}
          </EmptyState>
        )}
        {chosen.length > 0 && <ReviewBar breaches={chosen} onDone={done} />}
        {data !== undefined && data.items.length > 0 && (
          <div className={deskClasses.body} aria-busy={answer.isPlaceholderData}>
            <BreachTable
              page={data}
              selection={may('explain-breaches') ? { keys: selected, onChange: setSelected } : null}
            />
            <div className={deskClasses.pager}>
              <Pager next={data.next} first={search.after === undefined} onGo={(after) => patch({ after }, true)} />
            </div>
          </div>
        )}
      </Card>
    </Page>
  );
}

/** The rate with all breaches and without the excused ones, side by side. */
function Compliance({ page: { compliance, counts } }: { readonly page: BreachPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = (value: number | null) => (value === null ? '–' : format.share(value));
  return (
    <div className={`${classes.figures} figures`}>
      {(['raw', 'adjusted'] as const).map((variant) => (
        <p key={variant} className={classes.figure}>
          <span>{t(`breach.${variant}`)}</span>
          <strong>{share(compliance[variant])}</strong>
          <span>{t('breach.count', { count: counts[variant], n: format.count(counts[variant]) })}</span>
        </p>
      ))}
    </div>
  );
}
