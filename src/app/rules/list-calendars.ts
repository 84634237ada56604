import type { Calendar } from '#domain/time/calendar.ts';
import { listRules } from '#records/rules.ts';
import type { App } from '../app.ts';

/** Every version of every calendar of the workspace. */
export async function listCalendars(app: App): Promise<readonly Calendar[]> {
  return (await listRules(app.records, app.workspace)).calendars;
}
