import { Button } from '@mantine/core';
import { createRootRoute, createRoute, createRouter, Link, lazyRouteComponent } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Shell } from './frame/shell.tsx';
import { parseSearch, stringifySearch, validateSearch } from './state/url.ts';
import { EmptyState } from './ui/empty-state.tsx';
import { ProblemView } from './ui/problem-view.tsx';

function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('common.notFound')}
      action={
        <Button renderRoot={(props) => <Link to="/" {...props} />} size="xs">
          {t('common.backToOverview')}
        </Button>
      }
    >
      {t('common.notFoundTodo')}
    </EmptyState>
  );
}

const root = createRootRoute({ component: Shell, validateSearch, notFoundComponent: NotFound });
const inRoot = { getParentRoute: () => root } as const;

const routeTree = root.addChildren([
  createRoute({
    ...inRoot,
    path: '/',
    component: lazyRouteComponent(() => import('./overview/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    ...inRoot,
    path: '/reports',
    component: lazyRouteComponent(() => import('./reports/catalogue-page.tsx'), 'CataloguePage'),
  }),
  createRoute({
    ...inRoot,
    path: '/reports/$id',
    component: lazyRouteComponent(() => import('./reports/report-page.tsx'), 'ReportPage'),
  }),
  createRoute({
    ...inRoot,
    path: '/tickets',
    component: lazyRouteComponent(() => import('./tickets/tickets-page.tsx'), 'TicketsPage'),
  }),
  createRoute({
    ...inRoot,
    path: '/tickets/$key',
    component: lazyRouteComponent(() => import('./proof/proof-page.tsx'), 'ProofPage'),
  }),
  createRoute({
    ...inRoot,
    path: '/sources',
    component: lazyRouteComponent(() => import('./sources/sources-page.tsx'), 'SourcesPage'),
  }),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: ({ error, reset }) => <ProblemView error={error} onRetry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
