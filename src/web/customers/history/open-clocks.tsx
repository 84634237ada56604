import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ClockView } from '#contract/schemas/clock.ts';
import { useZone } from '../../api/workspace.ts';
import { useFormat } from '../../format/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import { Verdict } from '../../ui/verdict.tsx';
import { filterOfCustomer } from '../asking.ts';
import { type History, openClocksQuery } from '../queries.ts';
import classes from './history.module.css';

/** Clocks of theirs that still run or stand still, least time left first. */
export function OpenClocks({ customer }: { readonly customer: History['customer'] }) {
  const { t } = useTranslation();
  const answer = useQuery(openClocksQuery(JSON.stringify(filterOfCustomer(customer))));
  const open = (answer.data?.items ?? []).filter(
    ({ stoppedAt, status, superseded }) => stoppedAt === null && status !== 'cancelled' && !superseded,
  );
  return (
    <Card flush title={t('customer.clocks')} help={t('customer.clocksHelp')}>
      {answer.isError && answer.data === undefined && (
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Skeleton height={120} m={16} width="auto" />}
      {answer.data !== undefined && open.length === 0 && <p className={classes.calm}>{t('customer.noClocks')}</p>}
      {open.length > 0 && (
        <ScrollRegion label={t('customer.clocks')}>
          <table className={tableClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t('ticket.key')}</th>
                <th scope="col">{t('customer.target')}</th>
                <th scope="col">{t('customer.status')}</th>
                <th scope="col" className={tableClasses.number}>
                  {t('customer.left')}
                </th>
                <th scope="col" className={tableClasses.number}>
                  {t('customer.due')}
                </th>
              </tr>
            </thead>
            <tbody>
              {open.map((clock) => (
                <Row key={`${clock.ticket} ${clock.policy} ${clock.target} ${clock.cycle}`} clock={clock} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Card>
  );
}

function Row({ clock }: { readonly clock: ClockView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const { remainingSeconds: left, dueAt } = clock;
  return (
    <tr>
      <th scope="row" className={tableClasses.key}>
        <Link to="/tickets/$key" params={{ key: clock.ticket }}>
          {clock.ticket}
        </Link>
      </th>
      <td>{t(`vocabulary.metric.${clock.metric}`)}</td>
      <td>
        <Verdict kind={clock.status} />
      </td>
      <td className={tableClasses.number}>
        {left < 0 ? t('customer.overdue', { duration: format.duration(-left) }) : format.duration(left)}
      </td>
      <td className={tableClasses.number}>{dueAt === null ? '–' : format.instant(dueAt, zone)}</td>
    </tr>
  );
}
