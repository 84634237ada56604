import { type Calendar, type Holiday, type Weekday, type Window, weekdays } from '#domain/time/calendar.ts';
import { civilFromDays, parseCivilDate } from '#domain/time/civil.ts';
import { isTimeZone, startOfLocalDate } from '#domain/time/zone.ts';

/** A calendar as it is being written: times as they were typed. */
export interface Draft {
  readonly name: string;
  /** Empty: it follows the name. */
  readonly id: string;
  readonly timeZone: string;
  readonly weekly: Readonly<Record<Weekday, readonly Window[]>>;
  readonly holidays: readonly Holiday[];
  readonly exceptions: readonly Exception[];
  /** From when it holds, as it was written; null: from the beginning. */
  readonly effectiveFrom: string | null;
  /** A later date `YYYY-MM-DD` from which it holds instead, empty while none is chosen; null: `effectiveFrom` stays. */
  readonly laterDate: string | null;
}

export interface Exception {
  readonly date: string;
  readonly windows: readonly Window[];
}

const office: readonly Window[] = [['09:00', '18:00']];

export function emptyDraft(timeZone: string): Draft {
  const closed = { sat: [], sun: [] };
  return {
    ...{ name: '', id: '', timeZone, holidays: [], exceptions: [], effectiveFrom: null, laterDate: null },
    weekly: { mon: office, tue: office, wed: office, thu: office, fri: office, ...closed },
  };
}

export function draftOf(calendar: Calendar): Draft {
  const { id, name, timeZone, weekly, holidays = [], exceptions = {}, effectiveFrom = null } = calendar;
  const days = Object.fromEntries(weekdays.map((weekday) => [weekday, weekly[weekday] ?? []]));
  return {
    ...{ id, name, timeZone, holidays, effectiveFrom, laterDate: null },
    weekly: days as unknown as Draft['weekly'],
    exceptions: Object.entries(exceptions)
      .map(([date, windows]) => ({ date, windows }))
      .sort((one, other) => one.date.localeCompare(other.date)),
  };
}

/** The calendar that a draft stands for; what is wrong with it is found by reading it. */
export function calendarOf(draft: Draft, id: string): Calendar {
  const { name, timeZone, weekly, holidays, exceptions } = draft;
  const from = beginningOf(draft);
  return {
    ...{ id, name: name.trim(), timeZone },
    weekly: Object.fromEntries(weekdays.flatMap((day) => (weekly[day].length > 0 ? [[day, weekly[day]]] : []))),
    ...(holidays.length > 0 && { holidays }),
    ...(exceptions.length > 0 && {
      exceptions: Object.fromEntries(exceptions.map(({ date, windows }) => [date, windows])),
    }),
    ...(from !== null && { effectiveFrom: from }),
  };
}

/** The local midnight at which the later date begins. */
function beginningOf({ laterDate, effectiveFrom, timeZone }: Draft): string | null {
  const days = laterDate === null ? null : parseCivilDate(laterDate);
  if (days === null || !isTimeZone(timeZone)) return effectiveFrom;
  const { year, month, day } = civilFromDays(days);
  return new Date(startOfLocalDate(timeZone, year, month, day)).toISOString();
}
