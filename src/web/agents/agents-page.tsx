import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { parsePeriod } from '#presentation/question/period.ts';
import { useMay } from '../api/session.ts';
import { usePeriodContext } from '../api/workspace.ts';
import { SearchField } from '../form/search-field.tsx';
import { useUrl } from '../state/url.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { PageBar } from '../ui/page-bar.tsx';
import { PeriodMenu } from '../ui/period-menu.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import classes from './agents.module.css';
import { AgentsTable } from './agents-table.tsx';
import { FollowUps } from './follow-ups.tsx';
import { agentsQuery } from './queries.ts';
import { Suggestions } from './suggestions.tsx';
import { askedTeam, TeamSelect } from './team-select.tsx';

/** Agents with a few figures; to those who coach, what is due and who is worth recognising. */
export function AgentsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { search, patch } = useUrl();
  const period = parsePeriod(search.period, usePeriodContext());
  const answer = useQuery(agentsQuery({ ...period, ...askedTeam(search.team) }));
  const wanted = (search.q ?? '').trim().toLocaleLowerCase();
  const items = answer.data?.items.filter(({ id, name }) =>
    `${name ?? ''}\n${id}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <Page title={t('common.agents')} lead={t('agent.lead')}>
      <PageBar>
        <SearchField
          size="xs"
          w={200}
          label={t('agent.find')}
          value={search.q ?? ''}
          onChange={(value) => patch({ q: value === '' ? null : value })}
        />
        <PeriodMenu />
        <TeamSelect />
      </PageBar>
      <Card flush>
        {answer.isError && answer.data === undefined && (
          <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
        )}
        {answer.isPending && <Skeleton height={320} m={16} width="auto" />}
        {items?.length === 0 && <EmptyState title={t('agent.none')}>{t('agent.noneLead')}</EmptyState>}
        {items !== undefined && items.length > 0 && <AgentsTable items={items} />}
      </Card>
      {may('coach-agents') && (
        <div className={classes.sections}>
          <FollowUps />
          <Suggestions />
        </div>
      )}
    </Page>
  );
}
