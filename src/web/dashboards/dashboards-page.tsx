import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CallOf } from '#contract/client.ts';
import { call } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { ProblemNote } from '../form/problem-note.tsx';
import { useFormat } from '../format/use-format.ts';
import { favouritesFirst } from '../saved/queries.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import classes from './board.module.css';
import { FavouriteButton } from './favourite-button.tsx';
import { type DashboardSummary, dashboardsQuery, templatesQuery } from './queries.ts';

/** Dashboards, what is kept at hand first, and the templates to begin another with. */
export function DashboardsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const answer = useQuery(dashboardsQuery);
  const making = useMake();
  const own = making.variables?.template === undefined;
  return (
    <Page
      title={t('common.dashboards')}
      lead={t('dashboard.lead')}
      actions={
        may('save-reports') && (
          <Button
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            loading={making.isPending && own}
            onClick={() => making.mutate({ title: t('dashboard.newTitle'), query: { period: 'last-30-days' } })}
          >
            {t('dashboard.new')}
          </Button>
        )
      }
    >
      <ProblemNote error={making.error} />
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={160} radius="md" />}
      {answer.data?.length === 0 && <EmptyState title={t('dashboard.none')}>{t('dashboard.noneLead')}</EmptyState>}
      {answer.data !== undefined && answer.data.length > 0 && (
        <>
          <h2 className={classes.section}>{t('dashboard.yours')}</h2>
          <ul className={classes.cards}>
            {favouritesFirst(answer.data).map((each) => (
              <DashboardCard key={each.id} dashboard={each} />
            ))}
          </ul>
        </>
      )}
      {may('save-reports') && <Templates making={making} />}
    </Page>
  );
}

function useMake() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: CallOf<'create-dashboard'>['body']) => call('create-dashboard', { body }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: dashboardsQuery.queryKey });
      await navigate({ to: '/dashboards/$id', params: { id } });
    },
  });
}

function DashboardCard({ dashboard }: { readonly dashboard: DashboardSummary }) {
  const { t } = useTranslation();
  const { id, title, description, owner, visibility, tiles } = dashboard;
  return (
    <li>
      <article className={classes.card}>
        <div className={classes.cardHead}>
          <h3>
            <Link to="/dashboards/$id" params={{ id }}>
              {title}
            </Link>
          </h3>
          <FavouriteButton kind="dashboard" item={dashboard} />
        </div>
        {description !== '' && <p>{description}</p>}
        <span className={classes.muted}>
          {t('dashboard.tiles', { count: tiles })} · {t(`saved.shown.${visibility}`)}
          {owner !== null && visibility !== 'own' && ` · ${owner.name}`}
        </span>
      </article>
    </li>
  );
}

function Templates({ making }: { readonly making: ReturnType<typeof useMake> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const templates = useQuery(templatesQuery).data ?? [];
  return (
    <>
      <h2 className={classes.section}>{t('dashboard.templates')}</h2>
      <ul className={classes.cards}>
        {templates.map(({ id, title, about, tiles }) => (
          <li key={id}>
            <article className={classes.card}>
              <h3>{format.text(title)}</h3>
              <p>{format.text(about)}</p>
              <div className={classes.cardHead}>
                <span className={classes.muted}>{t('dashboard.tiles', { count: tiles })}</span>
                <Button
                  variant="default"
                  size="compact-xs"
                  loading={making.isPending && making.variables?.template === id}
                  onClick={() => making.mutate({ template: id })}
                >
                  {t('dashboard.take')}
                  <span className="visually-hidden">, {format.text(title)}</span>
                </Button>
              </div>
            </article>
          </li>
        ))}
      </ul>
    </>
  );
}
