import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Unit } from '#domain/report/query.ts';
import type { Period } from '#presentation/question/period.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { Card } from '../ui/card.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { callOf, groupOf, isCount, leastOf, timeOf } from './asking.ts';
import { CustomerLink } from './customer-link.tsx';
import classes from './customers.module.css';
import { type CustomerItem, type CustomerPageAnswer, customersQuery } from './queries.ts';
import { RowsBehind } from './rows-behind.tsx';

const rankings = [
  { name: 'slowest', sort: '-customer-reply-time:median' },
  { name: 'waiting', sort: '-customer-wait-time:median' },
  { name: 'volume', sort: '-tickets-created' },
  { name: 'unsatisfied', sort: 'csat' },
] as const;

type Ranked = (typeof rankings)[number];

const shown = 5;

/** Who comes first by each of four figures, in the period and with the filters of the page. */
export function Rankings({ period }: { readonly period: Period }) {
  const { t } = useTranslation();
  return (
    <section className={classes.rankings} aria-label={t('customer.rankings')}>
      {rankings.map((ranking) => (
        <Ranking key={ranking.name} ranking={ranking} period={period} />
      ))}
    </section>
  );
}

function Ranking({ ranking, period }: { readonly ranking: Ranked; readonly period: Period }) {
  const { t } = useTranslation();
  const { search, patch } = useUrl();
  const { name, sort } = ranking;
  const answer = useQuery(
    customersQuery({ ...callOf(search, period, sort), figures: sort.replace(/^-/, ''), limit: shown }),
  );
  const least = leastOf(search);
  return (
    <Card title={t(`customer.rank.${name}`)} help={t(`customer.rankHelp.${name}`)} className={classes.ranking ?? ''}>
      {answer.isPending && <Skeleton height={130} />}
      {answer.isError && answer.data === undefined && (
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.data?.items.length === 0 && (
        <p className={classes.calm}>
          {isCount(sort.replace(/^-/, '')) || least === 1
            ? t('customer.rankNoData')
            : t('customer.rankNone', { n: least })}
        </p>
      )}
      {answer.data !== undefined && answer.data.items.length > 0 && (
        <>
          <ol className={classes.places} aria-busy={answer.isFetching}>
            {answer.data.items.map((item) => (
              <Place key={item.id} item={item} column={columnOf(answer.data, sort)} />
            ))}
          </ol>
          <button type="button" className={classes.order} onClick={() => patch({ sort, after: null }, true)}>
            {t('customer.seeAll')}
            <span className="visually-hidden">, {t(`customer.rank.${name}`)}</span>
          </button>
        </>
      )}
    </Card>
  );
}

interface Column {
  readonly id: string;
  readonly unit: Unit;
}

const columnOf = ({ columns }: CustomerPageAnswer, sort: string): Column => {
  const id = sort.replace(/^-/, '');
  return columns.find((column) => column.id === id) ?? { id, unit: 'number' };
};

function Place({ item, column }: { readonly item: CustomerItem; readonly column: Column }) {
  const format = useFormat();
  const { search } = useUrl();
  const { value = null, n = 0 } = item.figures[column.id] ?? {};
  return (
    <li className={classes.place}>
      <span className={classes.who}>
        <CustomerLink id={item.id} name={item.name} by={groupOf(search)} />
      </span>
      <span className={`${classes.value} figures`}>
        {format.value(value, column.unit, { time: timeOf(search) })}{' '}
        <RowsBehind figure={column.id} value={value} n={n} />
      </span>
    </li>
  );
}
