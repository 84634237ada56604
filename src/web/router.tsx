import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NotFound } from './frame/not-found.tsx';
import { Shell } from './frame/shell.tsx';
import { parseSearch, stringifySearch, validateSearch } from './state/url.ts';
import { ProblemView } from './ui/problem-view.tsx';

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
