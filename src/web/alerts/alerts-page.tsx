import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { Confirm } from '../form/confirm.tsx';
import { useUrl } from '../state/url.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { AlertLog } from './alert-log.tsx';
import { AlertTable } from './alert-table.tsx';
import { AlertSheet } from './editor/alert-sheet.tsx';
import { type AlertView, alertsQuery } from './queries.ts';

/** KPIs that are looked at every minute: how each stands, what left its bounds, and the ways to set them. */
export function AlertsPage() {
  const { t } = useTranslation();
  const sets = useMay()('manage-alerts');
  const { search, patch } = useUrl();
  const queryClient = useQueryClient();
  const answer = useQuery(alertsQuery);
  const [edited, setEdited] = useState<AlertView | 'new' | null>(null);
  const [removing, setRemoving] = useState<AlertView | null>(null);
  const { data } = answer;
  const renew = () => void queryClient.invalidateQueries({ queryKey: alertsQuery.queryKey });
  const add = (
    <Button size="xs" onClick={() => setEdited('new')}>
      {t('alert.add')}
    </Button>
  );
  const some = data !== undefined && data.items.length > 0;
  return (
    <Page title={t('alert.title')} lead={t('alert.lead')} actions={sets && some ? add : undefined}>
      {answer.isError && data === undefined && (
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Skeleton height={240} radius="md" />}
      {data !== undefined && !some && (
        <Card flush>
          <EmptyState title={t('alert.none')} action={sets ? add : undefined}>
            {t(sets ? 'alert.noneLead' : 'alert.noneReader')}
          </EmptyState>
        </Card>
      )}
      {some && (
        <Card flush>
          <AlertTable
            list={data}
            onChanged={renew}
            onEdit={setEdited}
            onRemove={setRemoving}
            onLog={({ id }) => patch({ log: id }, true)}
          />
        </Card>
      )}
      {search.log !== undefined && data !== undefined && (
        <AlertLog
          alert={search.log}
          title={data.items.find(({ id }) => id === search.log)?.title ?? null}
          onClose={() => patch({ log: null })}
        />
      )}
      {edited !== null && data !== undefined && (
        <AlertSheet alert={edited === 'new' ? null : edited} list={data} onClose={() => setEdited(null)} />
      )}
      {removing !== null && (
        <Confirm
          title={t('alert.removeTitle', { title: removing.title })}
          lead={t('alert.removeLead')}
          action={t('alert.remove')}
          run={() => call('remove-alert', { params: { id: removing.id } })}
          onDone={renew}
          onClose={() => setRemoving(null)}
        />
      )}
    </Page>
  );
}
