import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Period, parsePeriod } from '#presentation/question/period.ts';
import { SeenPart } from '../../access/seen-part.tsx';
import { usePeriodContext } from '../../api/workspace.ts';
import { useUrl } from '../../state/url.ts';
import { DrillDown } from '../../tickets/drill-down.tsx';
import { Page } from '../../ui/page.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { PeriodMenu } from '../../ui/period-menu.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { groupOf, timeOf } from '../asking.ts';
import { type History, historyQuery } from '../queries.ts';
import { Answers } from './answers.tsx';
import { CustomerTickets } from './customer-tickets.tsx';
import classes from './history.module.css';
import { HistoryTiles } from './history-tiles.tsx';
import { OpenClocks } from './open-clocks.tsx';
import { OverTime } from './over-time.tsx';
import { PersonActions } from './person-actions.tsx';
import { Subscriptions } from './subscriptions.tsx';
import { Traits } from './traits.tsx';

/** The history of a customer or a company, as of now and over a period. */
export function CustomerPage() {
  const { id } = useParams({ from: '/shell/customers/$id' });
  const { search } = useUrl();
  const period = parsePeriod(search.period, usePeriodContext());
  const answer = useQuery(historyQuery(id, { by: groupOf(search), time: timeOf(search), ...period }));
  if (answer.isError && answer.data === undefined) {
    return (
      <Page title={id}>
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      </Page>
    );
  }
  if (answer.data === undefined) return <Waiting id={id} />;
  return <Content history={answer.data} period={period} fetching={answer.isFetching} />;
}

function Waiting({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <Page title={id}>
      <span className="visually-hidden" role="status">
        {t('common.loading')}
      </span>
      <Skeleton height={160} radius="md" mb={16} />
      <Skeleton height={300} radius="md" />
    </Page>
  );
}

interface Props {
  readonly history: History;
  readonly period: Period;
  readonly fetching: boolean;
}

function Content({ history, period, fetching }: Props) {
  const { t } = useTranslation();
  const { customer, figures, answers, subscriptions } = history;
  const name = customer.name ?? customer.id;
  return (
    <Page
      title={name}
      lead={customer.by === 'customer' && customer.name !== null ? customer.id : undefined}
      actions={<PersonActions customer={customer} />}
    >
      <Traits customer={customer} />
      <PageBar>
        <PeriodMenu />
        <span className={classes.compared}>{t('period.vsPrevious')}</span>
        <SeenPart />
        <Link to="/customers" search={customer.by === 'company' ? { by: 'company' } : {}} className={classes.back}>
          {t(customer.by === 'company' ? 'customer.allCompanies' : 'customer.back')}
        </Link>
      </PageBar>
      <div className={classes.main} aria-busy={fetching}>
        <HistoryTiles customer={customer} figures={figures} period={period} />
        <OverTime customer={customer} period={period} />
        <CustomerTickets key={`${period.from} ${period.to}`} customer={customer} period={period} />
        <div className={classes.pair}>
          <OpenClocks customer={customer} />
          <Answers answers={answers} />
        </div>
        {subscriptions !== null && <Subscriptions subscriptions={subscriptions} by={customer.by} />}
      </div>
      <DrillDown />
    </Page>
  );
}
