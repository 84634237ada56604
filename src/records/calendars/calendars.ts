import type { Calendar } from '#domain/time/calendar.ts';
import type { Records } from '../client.ts';

/** A version of a calendar as it was written. */
export interface WrittenCalendar {
  readonly version: number;
  readonly calendar: Calendar;
  readonly createdAt: Date;
}

/** Every version of a calendar, those corrected later too, oldest first; empty where there is no such calendar. */
export async function listCalendarVersions(
  records: Records,
  workspace: string,
  id: string,
): Promise<WrittenCalendar[]> {
  const rows = await records
    .selectFrom('calendars')
    .select(['version', 'body', 'createdAt'])
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .orderBy('version')
    .execute();
  return rows.map(({ version, body, createdAt }) => ({ version, createdAt, calendar: body as Calendar }));
}

/** The newest version number of each calendar. */
export async function countCalendarVersions(records: Records, workspace: string): Promise<Map<string, number>> {
  const rows = await records
    .selectFrom('calendars')
    .select('id')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('workspace', '=', workspace)
    .groupBy('id')
    .execute();
  return new Map(rows.map(({ id, version }) => [id, Number(version)]));
}

export async function addCalendarVersion(
  records: Records,
  workspace: string,
  { calendar, version }: { readonly calendar: Calendar; readonly version: number },
): Promise<void> {
  const row = { workspace, id: calendar.id, version, body: JSON.stringify(calendar) };
  await records.insertInto('calendars').values(row).execute();
}

/** Removes a calendar with all its versions. */
export async function removeCalendar(records: Records, workspace: string, id: string): Promise<void> {
  await records.deleteFrom('calendars').where('workspace', '=', workspace).where('id', '=', id).execute();
}
