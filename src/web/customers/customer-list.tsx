import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { customerFigures } from '#domain/report/customer-figures.ts';
import { filterOfSearch } from '#presentation/question/conditions.ts';
import type { Period } from '#presentation/question/period.ts';
import { figuresQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { Pager } from '../tickets/pager.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PrintedRows } from '../ui/printed-rows.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { callOf, groupOf, leastOf, sortOf, timeOf } from './asking.ts';
import { CustomerTable } from './customer-table.tsx';
import classes from './customers.module.css';
import { customersQuery } from './queries.ts';

/** All customers that match, a page at a time, with all of them together below. */
export function CustomerList({ period }: { readonly period: Period }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, patch } = useUrl();
  const by = groupOf(search);
  const answer = useQuery(
    customersQuery({
      ...callOf(search, period, sortOf(search)),
      ...(search.q === undefined ? {} : { search: search.q }),
      ...(search.after === undefined ? {} : { after: search.after }),
    }),
  );
  const all = useQuery(
    figuresQuery({ kpis: customerFigures, ...period, filter: filterOfSearch(search), time: timeOf(search) }),
  );
  const { data } = answer;
  const count = data?.total ?? 0;
  const counted = { count, n: format.count(count) };
  return (
    <Card
      flush
      title={
        data === undefined ? (
          <Skeleton height={16} width={120} />
        ) : (
          <span aria-live="polite" className="figures">
            {by === 'company' ? t('customer.companyCount', counted) : t('customer.count', counted)}
          </span>
        )
      }
    >
      {answer.isError && data === undefined && (
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Skeleton height={400} m={16} width="auto" />}
      {data?.items.length === 0 && (
        <EmptyState
          title={t('customer.none')}
          action={
            search.q === undefined && leastOf(search) > 1 ? (
              <Button variant="default" size="xs" onClick={() => patch({ least: '1', after: null }, true)}>
                {t('customer.showAny')}
              </Button>
            ) : undefined
          }
        >
          {t(search.q === undefined ? 'customer.noneLead' : 'customer.noneFound')}
        </EmptyState>
      )}
      {data !== undefined && data.items.length > 0 && (
        <div className={classes.body} aria-busy={answer.isFetching}>
          <CustomerTable page={data} by={by} period={period} all={all.data ?? null} />
          <PrintedRows shown={data.items.length} total={data.total} />
          <div className={classes.foot}>
            <Pager next={data.next} first={search.after === undefined} onGo={(after) => patch({ after }, true)} />
            {data.withoutCustomer > 0 && (
              <p className={`${classes.calm} figures`}>
                {t('customer.unknown', { count: data.withoutCustomer, n: format.count(data.withoutCustomer) })}
              </p>
            )}
          </div>
        </div>
      )}
    </Card>
  );
}
