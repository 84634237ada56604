import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { enterWorkspace, signOut, useSession } from '../api/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

/** Somebody who is a member of no workspace, or not of the one an address named. */
export function NoWorkspace() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { user, workspaces } = useSession();
  const some = workspaces.length > 0;
  return (
    <Page title={t('access.noWorkspace')}>
      <EmptyState
        title={t(some ? 'access.notHere' : 'access.noneYet')}
        action={
          <>
            {workspaces.map(({ id, name }) => (
              <Button key={id} size="xs" onClick={() => void enterWorkspace(queryClient, id)}>
                {t('access.goTo', { workspace: name })}
              </Button>
            ))}
            {user.operator && (
              <Button renderRoot={(props) => <Link to="/settings/workspaces" {...props} />} variant="default" size="xs">
                {t('settings.workspaces')}
              </Button>
            )}
            {!some && (
              <Button variant="default" size="xs" onClick={() => void signOut(queryClient)}>
                {t('account.signOut')}
              </Button>
            )}
          </>
        }
      >
        {t(some ? 'access.notHereLead' : 'access.noneYetLead', { email: user.email })}
      </EmptyState>
    </Page>
  );
}
