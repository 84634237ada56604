import { describeError, type Language, VigieError } from '#domain/error.ts';
import { type Calendar, type Window, weekdays } from '#domain/time/calendar.ts';
import { parseCivilDate } from '#domain/time/civil.ts';
import { compileCalendar } from '#domain/time/compile-calendar.ts';
import { readTimeText } from '#domain/time/editing/time-text.ts';
import { parseCalendar } from '#domain/time/parse-calendar.ts';
import type { WorkingTime } from '#domain/time/working-time.ts';
import { calendarOf, type Draft } from './draft.ts';

/** What is wrong with one time of a window; the words are the page’s. */
export type TimeProblem = 'badTime' | 'lateStart' | 'emptyWindow';

/** What a draft stands for, or what is wrong with it. */
export interface Checked {
  readonly calendar: Calendar;
  /** Null while something is wrong. */
  readonly time: WorkingTime | null;
  readonly nameMissing: boolean;
  readonly dateMissing: boolean;
  /** By `weekly.mon.0.from` and `exceptions.2026-12-31.0.to`. */
  readonly times: ReadonlyMap<string, TimeProblem>;
  /** Something else, in the words of the catalogue. */
  readonly other: string | null;
}

export function timeProblemsOf(windows: readonly Window[], path: string): [string, TimeProblem][] {
  return windows.flatMap(([from, to], index): [string, TimeProblem][] => {
    const [start, end] = [readTimeText(from), readTimeText(to)];
    const at = `${path}.${index}`;
    if (start === null) return [[`${at}.from`, 'badTime']];
    if (start === '24:00') return [[`${at}.from`, 'lateStart']];
    if (end === null) return [[`${at}.to`, 'badTime']];
    return start === end ? [[`${at}.to`, 'emptyWindow']] : [];
  });
}

export function checkDraft(draft: Draft, id: string, language: Language): Checked {
  const calendar = calendarOf(draft, id);
  const standIn = { id: id === '' ? '–' : id, name: calendar.name === '' ? '–' : calendar.name };
  const times = new Map([
    ...weekdays.flatMap((day) => timeProblemsOf(draft.weekly[day], `weekly.${day}`)),
    ...draft.exceptions.flatMap(({ date, windows }) => timeProblemsOf(windows, `exceptions.${date}`)),
  ]);
  const nameMissing = calendar.name === '';
  const dateMissing = draft.laterDate !== null && parseCivilDate(draft.laterDate) === null;
  const checked = { calendar, nameMissing, dateMissing, times, time: null, other: null };
  if (times.size > 0) return checked;
  try {
    // A calendar without a name opens and closes all the same.
    const { calendar: read } = parseCalendar({ ...calendar, ...standIn });
    return { ...checked, time: compileCalendar(read) };
  } catch (error) {
    if (!(error instanceof VigieError)) throw error;
    const params = 'calendar' in error.params ? { ...error.params, calendar: standIn.name } : error.params;
    return { ...checked, other: describeError(error.code, params, language) };
  }
}
