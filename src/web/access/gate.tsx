import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Outside } from '../account/outside.tsx';
import { OwnerNeeded } from '../account/owner-needed.tsx';
import { isSignedIn, SessionContext, type SignedIn, sessionQuery } from '../api/session.ts';
import { useAccountPreferences } from '../frame/use-preferences.ts';
import { ProblemView } from '../ui/problem-view.tsx';

/**
 * Everything within is for whoever is signed in; others are led to the sign-in and come back to this address after it.
 * What is inside begins anew for another person or workspace.
 */
export function Gate({ pending, children }: { readonly pending: ReactNode; readonly children: ReactNode }) {
  const { href } = useLocation();
  const session = useQuery(sessionQuery);
  if (session.data === undefined) {
    if (!session.isError) return pending;
    return (
      <Outside>
        <ProblemView error={session.error} onRetry={() => void session.refetch()} />
      </Outside>
    );
  }
  if (!isSignedIn(session.data)) {
    if (session.data.setup.ownerNeeded) return <OwnerNeeded />;
    return <Navigate to="/sign-in" search={href === '/' ? {} : { returnTo: href }} replace />;
  }
  const { user, workspace } = session.data;
  return (
    <SessionContext value={session.data} key={`${user.id} ${workspace?.id}`}>
      <Preferences user={user} />
      {children}
    </SessionContext>
  );
}

function Preferences({ user }: { readonly user: SignedIn['user'] }) {
  useAccountPreferences(user);
  return null;
}
