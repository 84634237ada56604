import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { Confirm } from '../../form/confirm.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { type ScheduleView, schedulesQuery } from '../queries.ts';
import classes from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';
import { ScheduleLog } from './schedule-log.tsx';
import { ScheduleTable } from './schedule-table.tsx';

/** Reports that go out by mail: when, to whom, how the last one went, and the ways to stop them or send them now. */
export function SchedulesPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const answer = useQuery(schedulesQuery);
  const [removing, setRemoving] = useState<ScheduleView | null>(null);
  const [logged, setLogged] = useState<ScheduleView | null>(null);
  const renew = () => void queryClient.invalidateQueries({ queryKey: schedulesQuery.queryKey });
  const { data } = answer;
  return (
    <SettingsPage title={t('schedule.title')} lead={t('schedule.lead')}>
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={160} radius="md" />}
      {data?.mail === false && (
        <p className={classes.text} role="note">
          {t('schedule.noMail')}
        </p>
      )}
      {data?.items.length === 0 && (
        <Card flush>
          <EmptyState
            title={t('schedule.none')}
            action={
              <Button renderRoot={(props) => <Link to="/reports" {...props} />} variant="default" size="xs">
                {t('schedule.openReports')}
              </Button>
            }
          >
            {t('schedule.noneLead')}
          </EmptyState>
        </Card>
      )}
      {data !== undefined && data.items.length > 0 && (
        <Card flush>
          <ScheduleTable
            schedules={data.items}
            people={data.people}
            mail={data.mail}
            onChanged={renew}
            onLog={setLogged}
            onRemove={setRemoving}
          />
        </Card>
      )}
      {logged !== null && <ScheduleLog schedule={logged} onClose={() => setLogged(null)} />}
      {removing !== null && (
        <Confirm
          title={t('schedule.removeTitle', { title: removing.title })}
          lead={t('schedule.removeLead')}
          action={t('schedule.remove')}
          run={() => call('remove-schedule', { params: { id: removing.id } })}
          onDone={renew}
          onClose={() => setRemoving(null)}
        />
      )}
    </SettingsPage>
  );
}
