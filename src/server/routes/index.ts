import type { Handlers } from '../handler.ts';
import type { Metrics } from '../plugins/metrics.ts';
import { accountHandlers } from './account.ts';
import { agentHandlers } from './agents.ts';
import { customerHandlers } from './customers.ts';
import { dashboardHandlers } from './dashboards.ts';
import { deadLetterHandlers } from './data-in/dead-letters.ts';
import { hookHandlers } from './data-in/hooks.ts';
import { dataInHandlers } from './data-in.ts';
import { discussionHandlers } from './discussions.ts';
import { exportHandlers } from './export-report.ts';
import { alertHandlers } from './live/alerts.ts';
import { breachHandlers } from './live/breaches.ts';
import { watchHandlers } from './live/watch.ts';
import { memberHandlers } from './members.ts';
import { notificationHandlers } from './notifications.ts';
import { oversightHandlers } from './oversight.ts';
import { privacyHandlers } from './privacy.ts';
import { reportHandlers } from './reports.ts';
import { calendarHandlers } from './rules/calendars.ts';
import { policyHandlers } from './rules/policies.ts';
import { savedReportHandlers } from './saved-reports.ts';
import { scheduleHandlers } from './schedules.ts';
import { ticketHandlers } from './tickets.ts';
import { workspaceHandlers } from './workspace.ts';

/** Every route of the contract with what it runs; the type fails on a route without a handler. */
export function buildHandlers(metrics: Metrics): Handlers {
  return {
    ...accountHandlers,
    ...memberHandlers,
    ...oversightHandlers,
    ...privacyHandlers,
    ...workspaceHandlers,
    ...calendarHandlers,
    ...policyHandlers,
    ...dataInHandlers(metrics),
    ...deadLetterHandlers,
    ...hookHandlers(metrics),
    ...reportHandlers,
    ...savedReportHandlers,
    ...dashboardHandlers,
    ...exportHandlers,
    ...scheduleHandlers,
    ...discussionHandlers,
    ...notificationHandlers,
    ...ticketHandlers,
    ...watchHandlers,
    ...alertHandlers,
    ...breachHandlers,
    ...customerHandlers,
    ...agentHandlers,
  };
}
