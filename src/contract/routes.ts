import type { RouteId } from './paths.ts';
import type { Route } from './route.ts';
import { dataInRoutes } from './routes/data-in.ts';
import { reportRoutes } from './routes/reports.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { workspaceRoutes } from './routes/workspace.ts';

/** The HTTP API, by route id. */
export const routes = {
  ...workspaceRoutes,
  ...dataInRoutes,
  ...reportRoutes,
  ...ticketRoutes,
} as const satisfies { readonly [Id in RouteId]: Route & { readonly id: Id } };

export type Routes = typeof routes;
