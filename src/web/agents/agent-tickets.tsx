import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { encodeValues } from '#presentation/question/filters.ts';
import { type Period, writeRange } from '#presentation/question/period.ts';
import { useZone } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { Card } from '../ui/card.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import classes from './agents.module.css';
import { agentTicketsQuery } from './queries.ts';

type Tickets = AnswerOf<'list-agent-tickets'>;

/** The best tickets of an agent, and the breaches to review. */
export function AgentTickets({ id, period }: { readonly id: string; readonly period: Period }) {
  const { t } = useTranslation();
  const format = useFormat();
  const answer = useQuery(agentTicketsQuery(id, period));
  const search = { kpi: 'sla-compliance', part: 'miss', period: writeRange(period), 'f.agent': encodeValues([id]) };
  return (
    <>
      <Card title={t('agent.best')} help={t('agent.bestHelp')}>
        {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.isPending && <Skeleton height={160} />}
        {answer.data?.best.items.length === 0 && <p className={classes.note}>{t('agent.bestNone')}</p>}
        <List items={answer.data?.best.items ?? []} />
      </Card>
      <Card title={t('agent.breaches')} help={t('agent.breachesHelp')}>
        {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.isPending && <Skeleton height={160} />}
        {answer.data?.breaches.total === 0 && <p className={classes.note}>{t('agent.breachesNone')}</p>}
        <List items={answer.data?.breaches.items ?? []} />
        {answer.data !== undefined && answer.data.breaches.total > answer.data.breaches.items.length && (
          <Link to="/tickets" search={search}>
            {t('agent.breachesMore', { n: format.count(answer.data.breaches.total) })} →
          </Link>
        )}
      </Card>
    </>
  );
}

type Item = Tickets['breaches']['items'][number] & { readonly ratedWell?: boolean };

function List({ items }: { readonly items: readonly Item[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  if (items.length === 0) return null;
  return (
    <ul className={classes.list}>
      {items.map(({ key, subject, createdAt, firstReplySeconds, ratedWell }) => (
        <li key={key} className={classes.entry}>
          <Link to="/tickets/$key" params={{ key }}>
            {subject === null ? key : `${key} · ${subject}`}
          </Link>
          <div className={`${classes.meta} figures`}>
            {createdAt !== null && <span>{format.instant(createdAt, zone)}</span>}
            {firstReplySeconds !== null && (
              <span>
                {t('common.pair', {
                  name: t('agent.firstReply'),
                  value: format.duration(firstReplySeconds, 'calendar'),
                })}
              </span>
            )}
            {ratedWell === true && <span>★ {t('agent.ratedWell')}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}
