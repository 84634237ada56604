import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Outside } from './account/outside.tsx';
import { chooseWorkspace } from './api/chosen-workspace.ts';
import { NotFound } from './frame/not-found.tsx';
import { Shell } from './frame/shell.tsx';
import { parseSearch, stringifySearch, validateSearch } from './state/url.ts';
import { ProblemView } from './ui/problem-view.tsx';

const root = createRootRoute({
  component: Outlet,
  validateSearch,
  notFoundComponent: NotFound,
  /** A copied address may name its workspace; from then on this tab is in it. */
  beforeLoad: ({ search: { workspace, ...search }, location }) => {
    if (workspace === undefined) return;
    chooseWorkspace(workspace);
    throw redirect({ to: location.pathname, search, hash: location.hash, replace: true });
  },
});

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
const inShell = { getParentRoute: () => shell } as const;

const pages = [
  createRoute({
    ...inShell,
    path: '/',
    staticData: { may: 'read-reports', ofData: true },
    component: lazyRouteComponent(() => import('./overview/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    ...inShell,
    path: '/reports',
    staticData: { may: 'read-reports', ofData: true },
    component: lazyRouteComponent(() => import('./reports/catalogue-page.tsx'), 'CataloguePage'),
  }),
  createRoute({
    ...inShell,
    path: '/reports/compose',
    staticData: { may: 'read-reports', ofData: true },
    component: lazyRouteComponent(() => import('./compose/compose-page.tsx'), 'ComposePage'),
  }),
  createRoute({
    ...inShell,
    path: '/definitions',
    staticData: { may: 'read-reports', ofData: true },
    component: lazyRouteComponent(() => import('./definitions/definitions-page.tsx'), 'DefinitionsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/reports/$id',
    staticData: { may: 'read-reports', ofData: true },
    component: lazyRouteComponent(() => import('./reports/report-page.tsx'), 'ReportPage'),
  }),
  createRoute({
    ...inShell,
    path: '/dashboards',
    staticData: { may: 'read-reports', ofData: true },
    component: lazyRouteComponent(() => import('./dashboards/dashboards-page.tsx'), 'DashboardsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/dashboards/$id',
    staticData: { may: 'read-reports', ofData: true },
    component: lazyRouteComponent(() => import('./dashboards/dashboard-page.tsx'), 'DashboardPage'),
  }),
  createRoute({
    ...inShell,
    path: '/agents',
    staticData: { may: 'read-reports', ofData: true },
    component: lazyRouteComponent(() => import('./agents/agents-page.tsx'), 'AgentsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/agents/$id',
    staticData: { may: 'read-reports', ofData: true },
    component: lazyRouteComponent(() => import('./agents/agent-page.tsx'), 'AgentPage'),
  }),
  createRoute({
    ...inShell,
    path: '/live',
    staticData: { may: 'read-tickets', ofData: true },
    component: lazyRouteComponent(() => import('./live/live-page.tsx'), 'LivePage'),
  }),
  createRoute({
    ...inShell,
    path: '/desk',
    staticData: { may: 'read-tickets', ofData: true },
    component: lazyRouteComponent(() => import('./desk/desk-page.tsx'), 'DeskPage'),
  }),
  createRoute({
    ...inShell,
    path: '/breaches',
    staticData: { may: 'read-tickets', ofData: true },
    component: lazyRouteComponent(() => import('./breaches/breaches-page.tsx'), 'BreachesPage'),
  }),
  createRoute({
    ...inShell,
    path: '/alerts',
    staticData: { may: 'read-reports', ofData: true },
    component: lazyRouteComponent(() => import('./alerts/alerts-page.tsx'), 'AlertsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/tickets',
    staticData: { may: 'read-tickets', ofData: true },
    component: lazyRouteComponent(() => import('./tickets/tickets-page.tsx'), 'TicketsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/tickets/$key',
    staticData: { may: 'read-tickets', ofData: true },
    component: lazyRouteComponent(() => import('./proof/proof-page.tsx'), 'ProofPage'),
  }),
  createRoute({
    ...inShell,
    path: '/customers',
    staticData: { may: 'read-tickets', ofData: true },
    component: lazyRouteComponent(() => import('./customers/customers-page.tsx'), 'CustomersPage'),
  }),
  createRoute({
    ...inShell,
    path: '/customers/$id',
    staticData: { may: 'read-tickets', ofData: true },
    component: lazyRouteComponent(() => import('./customers/history/customer-page.tsx'), 'CustomerPage'),
  }),
  createRoute({
    ...inShell,
    path: '/sources',
    staticData: { may: 'import-data', ofData: true },
    component: lazyRouteComponent(() => import('./sources/sources-page.tsx'), 'SourcesPage'),
  }),
  createRoute({
    ...inShell,
    path: '/sources/rejected',
    staticData: { may: 'mend-events' },
    component: lazyRouteComponent(() => import('./sources/dead-letters/dead-letters-page.tsx'), 'DeadLettersPage'),
  }),
  createRoute({ ...inShell, path: '$', component: NotFound }),
];

const settings = createRoute({
  ...inShell,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-frame.tsx'), 'SettingsFrame'),
});
const inSettings = { getParentRoute: () => settings } as const;

const sections = [
  createRoute({ ...inSettings, path: '/', component: () => <Navigate to="/settings/profile" replace /> }),
  createRoute({
    ...inSettings,
    path: 'profile',
    component: lazyRouteComponent(() => import('./settings/profile/profile-page.tsx'), 'ProfilePage'),
  }),
  createRoute({
    ...inSettings,
    path: 'security',
    component: lazyRouteComponent(() => import('./settings/security/security-page.tsx'), 'SecurityPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'notifications',
    component: lazyRouteComponent(() => import('./settings/notifications/notifications-page.tsx'), 'NotificationsPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'members',
    staticData: { may: 'manage-members' },
    component: lazyRouteComponent(() => import('./settings/members/members-page.tsx'), 'MembersPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'tokens',
    staticData: { may: 'manage-tokens' },
    component: lazyRouteComponent(() => import('./settings/tokens/tokens-page.tsx'), 'TokensPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'workspace',
    staticData: { may: 'manage-workspace' },
    component: lazyRouteComponent(() => import('./settings/workspaces/workspace-page.tsx'), 'WorkspacePage'),
  }),
  createRoute({
    ...inSettings,
    path: 'workspaces',
    staticData: { may: 'operate-installation' },
    component: lazyRouteComponent(() => import('./settings/workspaces/workspaces-page.tsx'), 'WorkspacesPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'backup',
    staticData: { may: 'operate-installation' },
    component: lazyRouteComponent(() => import('./settings/backup/backup-page.tsx'), 'BackupPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'links',
    staticData: { may: 'share-reports' },
    component: lazyRouteComponent(() => import('./settings/links/links-page.tsx'), 'LinksPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'schedules',
    staticData: { may: 'schedule-reports' },
    component: lazyRouteComponent(() => import('./settings/schedules/schedules-page.tsx'), 'SchedulesPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'calendars',
    staticData: { may: 'read-rules' },
    component: lazyRouteComponent(() => import('./settings/calendars/calendars-page.tsx'), 'CalendarsPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'calendars/$id',
    staticData: { may: 'read-rules' },
    component: lazyRouteComponent(() => import('./settings/calendars/calendar-page.tsx'), 'CalendarPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'hooks',
    staticData: { may: 'manage-hooks' },
    component: lazyRouteComponent(() => import('./settings/hooks/hooks-page.tsx'), 'HooksPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'hooks/$id',
    staticData: { may: 'manage-hooks' },
    component: lazyRouteComponent(() => import('./settings/hooks/hook-page.tsx'), 'HookPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'channels',
    staticData: { may: 'manage-channels' },
    component: lazyRouteComponent(() => import('./settings/channels/channels-page.tsx'), 'ChannelsPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'policies',
    staticData: { may: 'read-rules' },
    component: lazyRouteComponent(() => import('./settings/policies/policies-page.tsx'), 'PoliciesPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'policies/$id',
    staticData: { may: 'read-rules' },
    component: lazyRouteComponent(() => import('./settings/policies/policy-page.tsx'), 'PolicyPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'audit',
    staticData: { may: 'read-audit' },
    component: lazyRouteComponent(() => import('./settings/audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    ...inSettings,
    path: 'data',
    staticData: { may: 'manage-privacy' },
    component: lazyRouteComponent(() => import('./settings/data/data-page.tsx'), 'DataPage'),
  }),
];

const outside = createRoute({ getParentRoute: () => root, id: 'outside', component: () => <Outside /> });
const inOutside = { getParentRoute: () => outside } as const;

const doors = [
  createRoute({
    ...inOutside,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./account/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    ...inOutside,
    path: '/first-owner',
    component: lazyRouteComponent(() => import('./account/first-owner-page.tsx'), 'FirstOwnerPage'),
  }),
  createRoute({
    ...inOutside,
    path: '/invitation/$token',
    component: lazyRouteComponent(() => import('./account/invitation-page.tsx'), 'InvitationPage'),
  }),
  createRoute({
    ...inOutside,
    path: '/forgot-password',
    component: lazyRouteComponent(() => import('./account/forgot-password-page.tsx'), 'ForgotPasswordPage'),
  }),
  createRoute({
    ...inOutside,
    path: '/reset-password/$token',
    component: lazyRouteComponent(() => import('./account/reset-password-page.tsx'), 'ResetPasswordPage'),
  }),
];

const shared = createRoute({
  getParentRoute: () => root,
  path: '/s/$token',
  component: lazyRouteComponent(() => import('./shared/shared-page.tsx'), 'SharedPage'),
});

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe/$token',
  component: lazyRouteComponent(() => import('./schedules/unsubscribe-page.tsx'), 'UnsubscribePage'),
});

const routeTree = root.addChildren([
  shell.addChildren([...pages, settings.addChildren(sections)]),
  outside.addChildren(doors),
  shared,
  unsubscribe,
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
