import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tile } from '#domain/report/dashboard.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import { parsePeriod, writeRange } from '#presentation/question/period.ts';
import { SeenPart } from '../access/seen-part.tsx';
import { WhoseControl } from '../access/whose-control.tsx';
import { usePeriodContext } from '../api/workspace.ts';
import { FilterBar } from '../reports/filters/filter-bar.tsx';
import { useWords } from '../reports/use-words.ts';
import { useUrl } from '../state/url.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { PageBar } from '../ui/page-bar.tsx';
import { PeriodMenu } from '../ui/period-menu.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import classes from './board.module.css';
import { BoardActions } from './board-actions.tsx';
import { BoardView } from './board-view.tsx';
import { boardDataQuery, type Dashboard, dashboardQuery } from './queries.ts';
import { useBoardQuery } from './use-board-query.ts';
import { useLive } from './use-live.ts';
import { useOpenReports } from './use-open-reports.tsx';

const Discussion = lazy(async () => ({ default: (await import('../discussion/discussion.tsx')).Discussion }));
const BoardEditor = lazy(async () => ({ default: (await import('./edit/board-editor.tsx')).BoardEditor }));
const TvMode = lazy(async () => ({ default: (await import('./tv/tv-mode.tsx')).TvMode }));

/** A dashboard: its tiles, the period and filters over all of them, and what can be done with it. */
export function DashboardPage() {
  const { id } = useParams({ from: '/shell/dashboards/$id' });
  const answer = useQuery(dashboardQuery(id));
  if (answer.data !== undefined) return <Opened key={id} dashboard={answer.data} />;
  if (answer.isError) return <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeleton height={400} m={24} />;
}

/** What is said of the dashboard; its period, if it has one, is kept by its dates. */
function OfDashboard({ dashboard, query }: { readonly dashboard: Dashboard; readonly query: Address }) {
  const context = usePeriodContext();
  const { period } = query;
  const dated = period === undefined ? query : { ...query, period: writeRange(parsePeriod(period, context)) };
  return <Discussion subject={{ kind: 'dashboard', id: dashboard.id }} query={dated} />;
}

function Opened({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation();
  const { search, patch } = useUrl();
  const words = useWords();
  const queryClient = useQueryClient();
  const query = useBoardQuery(dashboard);
  const [draft, setDraft] = useState<readonly Tile[] | null>(null);
  const tiles = draft ?? dashboard.tiles;
  const answer = useQuery({
    ...boardDataQuery(dashboard.id, query, tiles),
    enabled: tiles.some(({ kind }) => kind === 'report'),
    ...(search.tv === undefined ? {} : { refetchInterval: 60_000 }),
  });
  const renew = useCallback(
    () => void queryClient.invalidateQueries({ queryKey: ['dashboard-data', dashboard.id] }),
    [queryClient, dashboard.id],
  );
  const live = useLive(renew);
  const opens = useOpenReports(query);
  const tv = search.tv !== undefined;
  return (
    <Page
      title={dashboard.title}
      {...(dashboard.description === '' ? {} : { lead: dashboard.description })}
      actions={
        draft === null && <BoardActions dashboard={dashboard} query={query} onEdit={() => setDraft(dashboard.tiles)} />
      }
    >
      <PageBar>
        <PeriodMenu unset={t('dashboard.ownPeriods')} />
        <FilterBar primary={['channel', 'team']} />
        <WhoseControl />
        <SeenPart className={classes.muted} />
      </PageBar>
      {answer.isError && answer.data !== undefined && (
        <p className={`${classes.note} ${classes.cut}`} role="status">
          {t('dashboard.notRenewed')}
        </p>
      )}
      {answer.isError && answer.data === undefined ? (
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      ) : draft !== null ? (
        <Suspense fallback={<Skeleton height={400} />}>
          <BoardEditor
            dashboard={dashboard}
            query={query}
            tiles={draft}
            onTiles={setDraft}
            onDone={() => setDraft(null)}
            answered={answer.data}
            words={words}
          />
        </Suspense>
      ) : tv ? null : tiles.length === 0 ? (
        <EmptyState title={t('dashboard.noTiles')}>{t('dashboard.noTilesLead')}</EmptyState>
      ) : (
        <div className={answer.isPlaceholderData ? classes.fetching : undefined} aria-busy={answer.isFetching}>
          <BoardView
            tiles={tiles}
            answered={answer.data}
            words={words}
            opens={opens}
            onRetry={() => void answer.refetch()}
          />
        </div>
      )}
      <Suspense>
        {!tv && draft === null && <OfDashboard dashboard={dashboard} query={query} />}
        {tv && (
          <TvMode
            dashboard={dashboard}
            answered={answer.data}
            words={words}
            failed={answer.isError}
            live={live}
            onClose={() => patch({ tv: null })}
          />
        )}
      </Suspense>
    </Page>
  );
}
