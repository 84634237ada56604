import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Period, writeRange } from '#presentation/question/period.ts';
import { ticketsQuery } from '../../api/queries.ts';
import { Pager } from '../../tickets/pager.tsx';
import { TicketTable } from '../../tickets/ticket-table.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { filterOfCustomer, ticketsOf } from '../asking.ts';
import type { History } from '../queries.ts';
import classes from './history.module.css';

interface Props {
  readonly customer: History['customer'];
  readonly period: Period;
}

/** Their tickets created in the period, each a way to its proof. */
export function CustomerTickets({ customer, period }: Props) {
  const { t } = useTranslation();
  const [after, setAfter] = useState<string | null>(null);
  const filter = JSON.stringify(filterOfCustomer(customer));
  const answer = useQuery(ticketsQuery({ ...period, filter, limit: 20, ...(after === null ? {} : { after }) }));
  return (
    <Card
      flush
      title={t('customer.tickets')}
      aside={
        <Link to="/tickets" search={{ ...ticketsOf(customer), period: writeRange(period) }} className={classes.aside}>
          {t('customer.openAsList')}
        </Link>
      }
    >
      {answer.isError && answer.data === undefined && (
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Skeleton height={200} m={16} width="auto" />}
      {answer.data?.items.length === 0 && (
        <EmptyState title={t('customer.noTickets')}>{t('customer.noTicketsLead')}</EmptyState>
      )}
      {answer.data !== undefined && answer.data.items.length > 0 && (
        <div aria-busy={answer.isFetching}>
          <TicketTable page={answer.data} label={t('customer.tickets')} />
          <div className={classes.foot}>
            <Pager next={answer.data.next} first={after === null} onGo={setAfter} />
          </div>
        </div>
      )}
    </Card>
  );
}
