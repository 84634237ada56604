import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import classes from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';
import { BusinessCard } from './business-card.tsx';
import { CalendarTable } from './calendar-table.tsx';
import { CountingNote } from './counting-note.tsx';
import { calendarListQuery } from './queries.ts';

/** Every calendar, whether it is open and what counts in it, and the one of business time. */
export function CalendarsPage() {
  const { t } = useTranslation();
  const edits = useMay()('manage-rules');
  const answer = useQuery(calendarListQuery);
  const { data } = answer;
  const add = edits && (
    <Button size="xs" renderRoot={(props) => <Link to="/settings/calendars/$id" params={{ id: 'new' }} {...props} />}>
      {t('calendar.add')}
    </Button>
  );
  return (
    <SettingsPage title={t('calendar.title')} lead={t('calendar.lead')} actions={add}>
      {!edits && <p className={classes.text}>{t('calendar.readOnly')}</p>}
      <CountingNote />
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={200} radius="md" />}
      {data?.calendars.length === 0 && (
        <Card flush>
          <EmptyState title={t('calendar.none')} action={add}>
            {t('calendar.noneLead')}
          </EmptyState>
        </Card>
      )}
      {data !== undefined && data.calendars.length > 0 && (
        <>
          <Card flush>
            <CalendarTable list={data} />
          </Card>
          <BusinessCard key={data.business} list={data} edits={edits} />
        </>
      )}
    </SettingsPage>
  );
}
