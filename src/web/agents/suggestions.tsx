import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { Card } from '../ui/card.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import classes from './agents.module.css';
import { suggestionsQuery } from './queries.ts';
import { useKpiName } from './use-kpi-name.ts';
import { useLastMonth } from './use-last-month.ts';

/** Who did better last month than chance explains. */
export function Suggestions() {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useKpiName();
  const { search } = useUrl();
  const month = useLastMonth();
  const answer = useQuery(suggestionsQuery(month, search.team === 'all' ? undefined : search.team));
  return (
    <Card
      title={t('agent.suggestions', { month: format.bucket(`${month}-01`, 'month') })}
      help={t('agent.suggestionsHelp')}
    >
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={80} />}
      {answer.data?.length === 0 && <p className={classes.note}>{t('agent.suggestionsNone')}</p>}
      <ul className={classes.list}>
        {answer.data?.map(({ agent, kpi, fair }) => (
          <li key={kpi} className={classes.entry}>
            <Link to="/agents/$id" params={{ id: agent.id }} search={search}>
              {agent.name ?? agent.id}
            </Link>
            <div className={`${classes.meta} figures`}>
              <span>{name(kpi)}</span>
              <span>
                {t('agent.expected', {
                  observed: format.share(fair.observed?.value ?? 0),
                  expected: format.share(fair.expected?.value ?? 0),
                })}
                {fair.within !== null && ` · ${t('agent.within', { time: format.duration(fair.within) })}`}
              </span>
              <span>{t('agent.n', { n: format.count(fair.comparable) })}</span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
