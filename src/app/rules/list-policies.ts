import type { Policy } from '#domain/sla/policy.ts';
import type { Calendar } from '#domain/time/calendar.ts';
import { listRules } from '#records/rules.ts';
import type { App } from '../app.ts';

/** Every version of every calendar of the workspace. */
export async function listCalendars(app: App): Promise<readonly Calendar[]> {
  return (await listRules(app.records, app.workspace)).calendars;
}

/** Every version of every policy of the workspace, in order of precedence. */
export async function listPolicies(app: App): Promise<readonly Policy[]> {
  return (await listRules(app.records, app.workspace)).policies;
}
