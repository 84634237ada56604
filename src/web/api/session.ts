import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { SessionView } from '#contract/schemas/account.ts';
import type { PermissionId } from '#domain/access/permission.ts';
import { unsubscribe } from '../notifications/push/browser-push.ts';
import { chooseWorkspace, chosenWorkspace, workspaceOfTab } from './chosen-workspace.ts';
import { call } from './client.ts';

/** Who is signed in. Asked again when the reader comes back to the tab: they may have signed out in another. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: 60_000,
  refetchOnWindowFocus: true,
});

/**
 * To the server somebody who names a workspace that is not theirs is nobody. They are asked again without it: a tab that was
 * led there is told, and a choice left over in the browser is forgotten.
 */
async function readSession(signal: AbortSignal): Promise<SessionView> {
  const session = await call('get-session', {}, { signal });
  if (session.user !== null || chosenWorkspace() === null) return session;
  const anywhere = await call('get-session', {}, { signal, workspace: null });
  if (anywhere.user === null) return anywhere;
  if (workspaceOfTab() !== null) return { ...anywhere, workspace: null };
  chooseWorkspace(null);
  return anywhere;
}

export interface SignedIn extends SessionView {
  readonly user: NonNullable<SessionView['user']>;
}

export function isSignedIn(session: SessionView): session is SignedIn {
  return session.user !== null;
}

/** Given by the gate, around everything that only somebody who is signed in may see. */
export const SessionContext = createContext<SignedIn | null>(null);

export function useSession(): SignedIn {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession belongs inside the gate');
  return session;
}

export function mayIn({ user, workspace }: SignedIn, permission: PermissionId): boolean {
  return permission === 'operate-installation' ? user.operator : workspace?.permissions.includes(permission) === true;
}

/** Whether the reader may do something in the workspace they are in; what they may not is not shown. */
export function useMay(): (permission: PermissionId) => boolean {
  const session = useSession();
  return (permission) => mayIn(session, permission);
}

/** Empties what was read for somebody else, or of another workspace. The session itself stays until the next one is known. */
function forgetData(queryClient: QueryClient): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}

/** After a sign-in or a sign-out: nothing of the session before is kept. */
export async function renewSession(queryClient: QueryClient): Promise<SessionView> {
  await queryClient.cancelQueries();
  const session = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
  forgetData(queryClient);
  return session;
}

export async function enterWorkspace(queryClient: QueryClient, id: string): Promise<void> {
  chooseWorkspace(id);
  await renewSession(queryClient);
}

/** Whoever uses this browser next is shown nothing that was meant for the one who leaves. */
export async function signOut(queryClient: QueryClient): Promise<void> {
  await unsubscribe().catch(() => undefined);
  await call('sign-out', {});
  chooseWorkspace(null);
  await renewSession(queryClient);
}
