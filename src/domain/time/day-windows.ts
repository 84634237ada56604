import { VigieError } from '../error.ts';
import { type Calendar, type Holiday, type HolidayRange, type Window, weekdays } from './calendar.ts';
import { civilFromDays, dayMs, parseCivilDate, parseMonthDay, parseTimeOfDay, weekdayOf } from './civil.ts';

/** The windows of a local date as flat pairs `[from, to, from, to…]` in ms of the wall clock, ordered by beginning. */
export type DayWindows = readonly number[];

function required(value: number | null, code: 'calendar.bad-time' | 'calendar.bad-date', text: string): number {
  if (value === null) throw new VigieError(code, { value: text, path: '$' });
  return value;
}

function flatten(windows: readonly Window[]): DayWindows {
  const pairs = windows.map(([from, to]): [number, number] => {
    const start = required(parseTimeOfDay(from), 'calendar.bad-time', from);
    const end = required(parseTimeOfDay(to), 'calendar.bad-time', to);
    return [start, end <= start ? end + dayMs : end];
  });
  return pairs.sort((a, b) => a[0] - b[0]).flat();
}

function compileRange({ from, to, yearly }: HolidayRange): (day: number) => boolean {
  if (yearly !== true) {
    const first = required(parseCivilDate(from), 'calendar.bad-date', from);
    const last = required(parseCivilDate(to), 'calendar.bad-date', to);
    return (day) => day >= first && day <= last;
  }
  const first = required(parseMonthDay(from), 'calendar.bad-date', from);
  const last = required(parseMonthDay(to), 'calendar.bad-date', to);
  return (day) => {
    const date = civilFromDays(day);
    const monthDay = date.month * 100 + date.day;
    return first <= last ? monthDay >= first && monthDay <= last : monthDay >= first || monthDay <= last;
  };
}

/** A range of one date of one year is looked up like a date. */
function singleDateOf({ from, to, yearly }: HolidayRange): string | null {
  return from === to && yearly !== true ? from : null;
}

function compileHolidays(holidays: readonly Holiday[]): (day: number) => boolean {
  const dates = new Set<number>();
  const ranges: ((day: number) => boolean)[] = [];
  for (const holiday of holidays) {
    const date = typeof holiday === 'string' ? holiday : singleDateOf(holiday);
    if (date === null) ranges.push(compileRange(holiday as HolidayRange));
    else dates.add(required(parseCivilDate(date), 'calendar.bad-date', date));
  }
  return (day) => dates.has(day) || ranges.some((covers) => covers(day));
}

/** The windows of each date (a day number): its exception if it has one, none if it is a holiday, else its weekday's. */
export function compileDayWindows(calendar: Calendar): (day: number) => DayWindows {
  const closed: DayWindows = [];
  const weekly = weekdays.map((weekday) => flatten(calendar.weekly[weekday] ?? []));
  const isHoliday = compileHolidays(calendar.holidays ?? []);
  const exceptions = new Map<number, DayWindows>();
  for (const [date, windows] of Object.entries(calendar.exceptions ?? {})) {
    exceptions.set(required(parseCivilDate(date), 'calendar.bad-date', date), flatten(windows));
  }
  return (day) => exceptions.get(day) ?? (isHoliday(day) ? closed : (weekly[weekdayOf(day)] ?? closed));
}
