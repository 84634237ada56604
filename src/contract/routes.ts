import type { RouteId } from './paths.ts';
import type { Route } from './route.ts';
import { agentRoutes } from './routes/agents.ts';
import { customerRoutes } from './routes/customers.ts';
import { dashboardRoutes } from './routes/dashboards.ts';
import { deadLetterRoutes } from './routes/data-in/dead-letters.ts';
import { hookRoutes } from './routes/data-in/hooks.ts';
import { dataInRoutes } from './routes/data-in.ts';
import { discussionRoutes } from './routes/discussions.ts';
import { alertRoutes } from './routes/live/alerts.ts';
import { breachRoutes } from './routes/live/breaches.ts';
import { watchRoutes } from './routes/live/watch.ts';
import { memberRoutes } from './routes/members.ts';
import { notificationRoutes } from './routes/notifications.ts';
import { oversightRoutes } from './routes/oversight.ts';
import { privacyRoutes } from './routes/privacy.ts';
import { reportRoutes } from './routes/reports.ts';
import { calendarRoutes } from './routes/rules/calendars.ts';
import { policyRoutes } from './routes/rules/policies.ts';
import { savedReportRoutes } from './routes/saved-reports.ts';
import { scheduleRoutes } from './routes/schedules.ts';
import { sessionRoutes } from './routes/session.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { workspaceRoutes } from './routes/workspace.ts';

/** The HTTP API, by route id. */
export const routes = {
  ...sessionRoutes,
  ...memberRoutes,
  ...workspaceRoutes,
  ...calendarRoutes,
  ...policyRoutes,
  ...dataInRoutes,
  ...deadLetterRoutes,
  ...hookRoutes,
  ...reportRoutes,
  ...savedReportRoutes,
  ...dashboardRoutes,
  ...scheduleRoutes,
  ...discussionRoutes,
  ...notificationRoutes,
  ...ticketRoutes,
  ...watchRoutes,
  ...alertRoutes,
  ...breachRoutes,
  ...customerRoutes,
  ...agentRoutes,
  ...oversightRoutes,
  ...privacyRoutes,
} as const satisfies { readonly [Id in RouteId]: Route & { readonly id: Id } };

export type Routes = typeof routes;
