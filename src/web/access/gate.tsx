import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outside } from '../account/outside.tsx';
import { OutsideProblem } from '../account/outside-problem.tsx';
import { OwnerNeeded } from '../account/owner-needed.tsx';
import { isSignedIn, SessionContext, type SignedIn, sessionQuery } from '../api/session.ts';
import { useAccountPreferences } from '../frame/use-preferences.ts';

/**
 * Everything within is for whoever is signed in; others are led to the sign-in and come back to this address after it.
 * What is inside begins anew for another person or workspace.
 */
export function Gate({ pending, children }: { readonly pending: ReactNode; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  if (session.data === undefined) {
    if (!session.isError) return pending;
    return (
      <Outside>
        <OutsideProblem title={t('common.product')} error={session.error} onRetry={() => void session.refetch()} />
      </Outside>
    );
  }
  if (!isSignedIn(session.data)) {
    if (session.data.setup.ownerNeeded) return <OwnerNeeded />;
    return <ToSignIn />;
  }
  const { user, workspace } = session.data;
  return (
    <SessionContext value={session.data} key={`${user.id} ${workspace?.id}`}>
      <Preferences user={user} />
      {children}
    </SessionContext>
  );
}

/** Where the reader was is read once: the address changes while this leads away from it. */
function ToSignIn() {
  const navigate = useNavigate();
  const { state } = useRouter();
  const [from] = useState(() => state.location.href);
  useEffect(() => {
    void navigate({ to: '/sign-in', search: from === '/' ? {} : { returnTo: from }, replace: true });
  }, [navigate, from]);
  return null;
}

function Preferences({ user }: { readonly user: SignedIn['user'] }) {
  useAccountPreferences(user);
  return null;
}
