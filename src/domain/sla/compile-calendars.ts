import { VigieError } from '../error.ts';
import type { Calendar } from '../time/calendar.ts';
import { always, compileCalendar, compileCalendarVersions } from '../time/compile-calendar.ts';
import { parseInstant } from '../time/parse-instant.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { CalendarLabel } from './rules.ts';

interface DatedCalendar {
  readonly calendar: Calendar;
  readonly effectiveFrom: number;
}

function startOf({ effectiveFrom }: Calendar): number {
  return (effectiveFrom === undefined ? null : parseInstant(effectiveFrom)) ?? Number.NEGATIVE_INFINITY;
}

/** The versions of each calendar id, oldest first. Throws where two begin at once. */
function versionsById(calendars: readonly Calendar[]): [id: string, versions: DatedCalendar[]][] {
  return [...Map.groupBy(calendars, ({ id }) => id)].map(([id, some]) => {
    const versions = some.map((calendar) => ({ calendar, effectiveFrom: startOf(calendar) }));
    versions.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    const starts = new Set(versions.map(({ effectiveFrom }) => effectiveFrom));
    if (starts.size < versions.length) throw new VigieError('calendar.duplicate-version', { calendar: id });
    return [id, versions];
  });
}

/** Compiles calendars by id, each with all its versions; `always` is there too. */
export function compileCalendars(calendars: readonly Calendar[]): ReadonlyMap<string, WorkingTime> {
  const compiled = new Map<string, WorkingTime>([['always', always]]);
  for (const [id, versions] of versionsById(calendars)) {
    const [first] = versions;
    const only = versions.length === 1 ? first : undefined;
    compiled.set(id, only === undefined ? compileCalendarVersions(versions) : compileCalendar(only.calendar));
  }
  return compiled;
}

const alwaysLabel: CalendarLabel = {
  id: 'always',
  name: 'always',
  timeZone: 'UTC',
  version: 1,
  effectiveFrom: Number.NEGATIVE_INFINITY,
};

/** What people call the versions of each calendar. */
export function labelCalendars(calendars: readonly Calendar[]): ReadonlyMap<string, readonly CalendarLabel[]> {
  const labels = new Map<string, readonly CalendarLabel[]>([['always', [alwaysLabel]]]);
  for (const [id, versions] of versionsById(calendars)) {
    const ofId = versions.map(({ calendar, effectiveFrom }, i) => {
      return { id, name: calendar.name, timeZone: calendar.timeZone, version: i + 1, effectiveFrom };
    });
    labels.set(id, ofId);
  }
  return labels;
}
