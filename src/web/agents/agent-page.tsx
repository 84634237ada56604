import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, parsePeriod, writeRange } from '#presentation/question/period.ts';
import { useMay } from '../api/session.ts';
import { usePeriodContext } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { questionIn } from '../saved/address-of-view.ts';
import { useUrl } from '../state/url.ts';
import { Card } from '../ui/card.tsx';
import { Page } from '../ui/page.tsx';
import { PageBar } from '../ui/page-bar.tsx';
import { PeriodMenu } from '../ui/period-menu.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { AgentTickets } from './agent-tickets.tsx';
import classes from './agents.module.css';
import { Notes } from './notes.tsx';
import { type Scorecard, scorecardQuery } from './queries.ts';
import { Recognitions } from './recognitions.tsx';
import { ScorecardTable } from './scorecard-table.tsx';
import { askedTeam, TeamSelect } from './team-select.tsx';

const Discussion = lazy(async () => ({ default: (await import('../discussion/discussion.tsx')).Discussion }));

/** The scorecard of an agent, their tickets, what was written down, and what they were recognised for. */
export function AgentPage() {
  const { id = '' } = useParams({ strict: false });
  const may = useMay();
  const { search } = useUrl();
  const period = parsePeriod(search.period, usePeriodContext());
  const answer = useQuery(scorecardQuery(id, { ...period, ...askedTeam(search.team) }));
  const name = answer.data?.name ?? id;
  const lead = useLead(answer.data);
  return (
    <Page title={name} lead={lead}>
      <PageBar>
        <PeriodMenu />
        <TeamSelect fallback={answer.data?.group.team ?? null} />
      </PageBar>
      {answer.isError && answer.data === undefined && (
        <Card>
          <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
        </Card>
      )}
      {answer.isPending && <Skeleton height={480} />}
      {answer.data !== undefined && (
        <>
          <Card flush>
            <ScorecardTable card={answer.data} />
          </Card>
          <div className={classes.sections}>
            {may('read-tickets') && <AgentTickets id={id} period={period} />}
            {may('read-coaching') && <Notes id={id} />}
            {may('read-coaching') && <Recognitions id={id} name={name} team={answer.data.group.team} />}
          </div>
          <Suspense>
            <Discussion subject={{ kind: 'agent', id }} query={{ ...questionIn(search), period: writeRange(period) }} />
          </Suspense>
        </>
      )}
    </Page>
  );
}

function useLead(card: Scorecard | undefined): string | undefined {
  const { t } = useTranslation();
  const format = useFormat();
  if (card === undefined) return undefined;
  if (card.group.kind === 'none') return t(`agent.groupNone.${card.group.why}`);
  const range = format.range(card.from, addDays(card.to, -1));
  const group = card.group.team === null ? t('agent.allTeams') : t('agent.groupOf', { team: card.group.team });
  return t('agent.scorecardLead', { group, range });
}
