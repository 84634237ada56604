import { useQuery } from '@tanstack/react-query';
import { Outlet, useMatches } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { PermissionId } from '#domain/access/permission.ts';
import { NoWorkspace } from '../access/no-workspace.tsx';
import { Refusal } from '../access/refusal.tsx';
import { statusQuery } from '../api/queries.ts';
import { useMay, useSession } from '../api/session.ts';
import { ProblemView } from '../ui/problem-view.tsx';
import { Attribution } from './attribution.tsx';
import { PageSkeleton } from './page-skeleton.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What somebody must be allowed to see the page. */
    readonly may?: PermissionId;
    /** The page shows data of the workspace, whose status it needs. */
    readonly ofData?: boolean;
  }
}

/** The page, if the reader may see it. */
export function Content() {
  const may = useMay();
  const { workspace } = useSession();
  const { may: needed, ofData } = useMatches({ select: (matches) => matches.at(-1)?.staticData ?? {} });
  if (workspace === null && needed !== undefined && needed !== 'operate-installation') return <NoWorkspace />;
  if (needed !== undefined && !may(needed)) return <Refusal permission={needed} />;
  if (ofData === true) return <DataPage />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Outlet />
    </Suspense>
  );
}

function DataPage() {
  const status = useQuery(statusQuery);
  if (status.data === undefined) {
    return status.isError ? (
      <ProblemView error={status.error} onRetry={() => void status.refetch()} />
    ) : (
      <PageSkeleton />
    );
  }
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Outlet />
      <Attribution status={status.data} />
    </Suspense>
  );
}
