import { SegmentedControl, Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { parseRef } from '#presentation/figures/figures.ts';
import { filterOfSearch } from '#presentation/question/conditions.ts';
import type { Search } from '#presentation/question/filters.ts';
import { type PeriodContext, parsePeriod } from '#presentation/question/period.ts';
import { kpisQuery, type TicketsCall, ticketsQuery } from '../api/queries.ts';
import { usePeriodContext } from '../api/workspace.ts';
import { FindField } from '../form/find-field.tsx';
import { useFormat } from '../format/use-format.ts';
import { FilterBar } from '../reports/filters/filter-bar.tsx';
import { useUrl } from '../state/url.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { PageBar } from '../ui/page-bar.tsx';
import { PeriodMenu } from '../ui/period-menu.tsx';
import { PrintedRows } from '../ui/printed-rows.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { Pager } from './pager.tsx';
import { TicketTable } from './ticket-table.tsx';
import classes from './tickets.module.css';

const sorts = ['-created', 'created', '-resolution', 'resolution'] as const;

function callOf(search: Search, context: PeriodContext): TicketsCall {
  const filter = filterOfSearch(search);
  return {
    ...parsePeriod(search.period, context),
    sort: sorts.find((each) => each === search.sort) ?? '-created',
    ...(search.q === undefined ? {} : { search: search.q }),
    ...(search.kpi === undefined ? {} : { kpi: search.kpi }),
    ...(search.part === 'hit' || search.part === 'miss' ? { part: search.part } : {}),
    ...(search.after === undefined ? {} : { after: search.after }),
    ...(filter === null ? {} : { filter: JSON.stringify(filter) }),
  };
}

export function TicketsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, patch } = useUrl();
  const answer = useQuery(ticketsQuery(callOf(search, usePeriodContext())));
  const names = {
    '-created': t('ticket.newest'),
    created: t('ticket.oldest'),
    '-resolution': t('ticket.longest'),
    resolution: t('ticket.shortest'),
  };
  return (
    <Page title={t('ticket.title')}>
      <PageBar>
        <FindField label={t('ticket.find')} width={220} />
        <PeriodMenu />
        <FilterBar primary={['status', 'priority', 'team', 'agent']} />
      </PageBar>
      <FigureBar />
      <Card
        flush
        aside={
          <Select
            size="xs"
            w={190}
            aria-label={t('ticket.sort')}
            value={sorts.find((each) => each === search.sort) ?? '-created'}
            onChange={(value) => patch({ sort: value === '-created' ? null : value, after: null })}
            data={sorts.map((value) => ({ value, label: names[value] }))}
            allowDeselect={false}
          />
        }
        title={
          answer.data === undefined ? (
            <Skeleton height={16} width={120} />
          ) : (
            <span aria-live="polite" className="figures">
              {t('ticket.count', { count: answer.data.total, n: format.count(answer.data.total) })}
            </span>
          )
        }
      >
        {answer.isError && answer.data === undefined && (
          <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
        )}
        {answer.isPending && <Skeleton height={400} m={16} width="auto" />}
        {answer.data?.items.length === 0 && <EmptyState title={t('ticket.none')}>{t('ticket.noneLead')}</EmptyState>}
        {answer.data !== undefined && answer.data.items.length > 0 && (
          <div className={classes.body}>
            <TicketTable page={answer.data} />
            <PrintedRows shown={answer.data.items.length} total={answer.data.total} />
            <div className={classes.pager}>
              <Pager
                next={answer.data.next}
                first={search.after === undefined}
                onGo={(after) => patch({ after }, true)}
              />
            </div>
          </div>
        )}
      </Card>
    </Page>
  );
}

/** Says which figure the list stands behind, when it was opened from one. */
function FigureBar() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, patch } = useUrl();
  const kpis = useQuery(kpisQuery).data;
  if (search.kpi === undefined) return null;
  const kpi = kpis?.find(({ id }) => id === parseRef(search.kpi ?? '').kpi);
  return (
    <div className={classes.figure}>
      <span>
        {t('ticket.behind')} <strong>{kpi === undefined ? search.kpi : format.text(kpi.label)}</strong>
      </span>
      {kpi?.unit === 'share' && (
        <SegmentedControl
          size="xs"
          aria-label={format.text(kpi.label)}
          value={search.part ?? 'all'}
          onChange={(value) => patch({ part: value === 'all' ? null : value, after: null })}
          data={[
            { value: 'all', label: t('ticket.allOfThem') },
            { value: 'hit', label: t('ticket.hits') },
            { value: 'miss', label: t('ticket.misses') },
          ]}
        />
      )}
      <button type="button" className={classes.drop} onClick={() => patch({ kpi: null, part: null, after: null })}>
        {t('common.showAllTickets')}
      </button>
    </div>
  );
}
