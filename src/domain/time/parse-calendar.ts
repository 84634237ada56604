import type { LocalText } from '../error.ts';
import { VigieError } from '../error.ts';
import { type Calendar, type Holiday, type Weekday, type Window, weekdays } from './calendar.ts';
import { parseCivilDate, parseMonthDay, parseTimeOfDay } from './civil.ts';
import { parseInstant } from './instant.ts';
import { isTimeZone } from './zone.ts';

export type CalendarWarningCode = 'unknown-key' | 'window-ends-before-midnight';

/** Something in a calendar that is allowed but is probably not meant. */
export interface CalendarWarning {
  readonly code: CalendarWarningCode;
  /** JSON path of the value, from `$`. */
  readonly path: string;
  readonly message: LocalText;
}

type Fields = Readonly<Record<string, unknown>>;

const knownKeys = new Set(['id', 'name', 'timeZone', 'weekly', 'holidays', 'exceptions', 'effectiveFrom']);

function badShape(path: string, expected: string): VigieError {
  return new VigieError('calendar.bad-shape', { path, expected }, { path });
}

function asObject(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badShape(path, '{…}');
  return value as Fields;
}

function asList(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw badShape(path, '[…]');
  return value;
}

function asText(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '') throw badShape(path, '"…"');
  return value;
}

function parseTime(value: unknown, path: string, latest: number): string {
  const text = asText(value, path);
  const time = parseTimeOfDay(text);
  if (time === null || time > latest) throw new VigieError('calendar.bad-time', { value: text, path }, { path });
  return text;
}

function parseWindow(value: unknown, path: string, warnings: CalendarWarning[]): Window {
  const list = asList(value, path);
  if (list.length !== 2) throw badShape(path, '["HH:MM", "HH:MM"]');
  const from = parseTime(list[0], `${path}[0]`, 86_399_000);
  const to = parseTime(list[1], `${path}[1]`, 86_400_000);
  if (parseTimeOfDay(from) === parseTimeOfDay(to)) {
    throw new VigieError('calendar.empty-window', { value: from, path }, { path });
  }
  if (to.startsWith('23:59')) {
    warnings.push({
      code: 'window-ends-before-midnight',
      path: `${path}[1]`,
      message: {
        en: `This window ends at ${to}, so the end of the day is closed. Use 24:00 to run to midnight.`,
        fr: `Cette plage finit à ${to} : la fin de la journée est donc fermée. Utilisez 24:00 pour aller jusqu’à minuit.`,
      },
    });
  }
  return [from, to];
}

function parseWindows(value: unknown, path: string, warnings: CalendarWarning[]): Window[] {
  return asList(value, path).map((window, i) => parseWindow(window, `${path}[${i}]`, warnings));
}

function parseWeekly(value: unknown, warnings: CalendarWarning[]): Calendar['weekly'] {
  const weekly: Partial<Record<Weekday, readonly Window[]>> = {};
  for (const [key, windows] of Object.entries(asObject(value, '$.weekly'))) {
    const path = `$.weekly.${key}`;
    const weekday = weekdays.find((name) => name === key);
    if (weekday === undefined) throw new VigieError('calendar.unknown-weekday', { value: key, path }, { path });
    weekly[weekday] = parseWindows(windows, path, warnings);
  }
  return weekly;
}

function checkDate(text: string, path: string, parse: (text: string) => number | null): number {
  const date = parse(text);
  if (date === null) throw new VigieError('calendar.bad-date', { value: text, path }, { path });
  return date;
}

function parseHoliday(value: unknown, path: string): Holiday {
  if (typeof value === 'string') {
    checkDate(value, path, parseCivilDate);
    return value;
  }
  const fields = asObject(value, path);
  const from = asText(fields.from, `${path}.from`);
  const to = asText(fields.to, `${path}.to`);
  const yearly = fields.yearly ?? false;
  if (typeof yearly !== 'boolean') throw badShape(`${path}.yearly`, 'true, false');
  const parse = yearly ? parseMonthDay : parseCivilDate;
  const first = checkDate(from, `${path}.from`, parse);
  const last = checkDate(to, `${path}.to`, parse);
  if (!yearly && last < first) throw new VigieError('calendar.bad-range', { from, to, path }, { path });
  const name = fields.name === undefined ? {} : { name: asText(fields.name, `${path}.name`) };
  return { from, to, ...(yearly && { yearly }), ...name };
}

function parseExceptions(value: unknown, warnings: CalendarWarning[]): NonNullable<Calendar['exceptions']> {
  const entries = Object.entries(asObject(value, '$.exceptions')).map(([date, windows]) => {
    const path = `$.exceptions["${date}"]`;
    checkDate(date, path, parseCivilDate);
    return [date, parseWindows(windows, path, warnings)] as const;
  });
  return Object.fromEntries(entries);
}

function parseTimeZone(value: unknown): string {
  const path = '$.timeZone';
  const zone = asText(value, path);
  if (!isTimeZone(zone)) throw new VigieError('zone.unknown', { zone }, { path });
  return zone;
}

function parseEffectiveFrom(value: unknown): string {
  const path = '$.effectiveFrom';
  const text = asText(value, path);
  if (parseInstant(text) === null) throw badShape(path, '"2026-01-31T09:00:00Z"');
  return text;
}

function warnOfUnknownKeys(fields: Fields, warnings: CalendarWarning[]): void {
  for (const key of Object.keys(fields).filter((name) => !knownKeys.has(name))) {
    warnings.push({
      code: 'unknown-key',
      path: `$.${key}`,
      message: {
        en: `A calendar has no “${key}”: it is ignored.`,
        fr: `Un calendrier n’a pas de « ${key} » : cette clé est ignorée.`,
      },
    });
  }
}

/**
 * Checks a calendar in the JSON format. Throws `VigieError` with the JSON path of the first wrong value; warnings tell
 * what is allowed but probably not meant. Whether the calendar ever opens is found by compiling it.
 */
export function parseCalendar(input: unknown): { calendar: Calendar; warnings: CalendarWarning[] } {
  const warnings: CalendarWarning[] = [];
  const fields = asObject(input, '$');
  const { id, name, timeZone, weekly, holidays, exceptions, effectiveFrom } = fields;
  const calendarId = asText(id, '$.id');
  const calendar: Calendar = {
    id: calendarId,
    name: name === undefined ? calendarId : asText(name, '$.name'),
    timeZone: parseTimeZone(timeZone),
    weekly: parseWeekly(weekly, warnings),
    ...(holidays !== undefined && {
      holidays: asList(holidays, '$.holidays').map((holiday, i) => parseHoliday(holiday, `$.holidays[${i}]`)),
    }),
    ...(exceptions !== undefined && { exceptions: parseExceptions(exceptions, warnings) }),
    ...(effectiveFrom !== undefined && { effectiveFrom: parseEffectiveFrom(effectiveFrom) }),
  };
  warnOfUnknownKeys(fields, warnings);
  return { calendar, warnings };
}
