import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NoWorkspace } from '../../access/no-workspace.tsx';
import { useSession } from '../../api/session.ts';
import { preferencesQuery } from '../../notifications/queries.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { SettingsPage } from '../settings-page.tsx';
import { PreferencesForm } from './preferences-form.tsx';
import { PushCard } from './push-card.tsx';

/** What one is told in this workspace, and how. */
export function NotificationsPage() {
  const { t } = useTranslation();
  if (useSession().workspace === null) return <NoWorkspace />;
  return (
    <SettingsPage title={t('settings.notifications')} lead={t('notification.preferencesLead')}>
      <Preferences />
      <PushCard />
    </SettingsPage>
  );
}

function Preferences() {
  const answer = useQuery(preferencesQuery);
  if (answer.isError) return <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Skeleton height={360} radius="md" />;
  return (
    <Card>
      <PreferencesForm key={String(answer.data.devices)} preferences={answer.data} />
    </Card>
  );
}
