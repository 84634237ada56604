import type { Language } from '#domain/error.ts';
import type { Every } from '#domain/report/query.ts';
import { locales } from './number.ts';

const cache = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: Language, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${timeZone}${JSON.stringify(options)}`;
  const known =
    cache.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone, hourCycle: 'h23' });
  cache.set(key, known);
  return known;
}

/** A local date is shown as it is, whatever the reader's zone. */
const ofLocalDate = (date: string) => new Date(`${date.slice(0, 10)}T00:00:00Z`);

/** `12 Feb 2016`, without the year where `short`. */
export function formatDate(language: Language, date: string, short = false): string {
  const options = { day: 'numeric', month: 'short', ...(short ? {} : { year: 'numeric' as const }) } as const;
  return dateFormat(language, 'UTC', options).format(ofLocalDate(date));
}

/** The name of a period bucket that begins on `date`. */
export function formatBucket(language: Language, date: string, every: Every, short = false): string {
  if (every === 'year') return date.slice(0, 4);
  if (every === 'quarter') return `${language === 'fr' ? 'T' : 'Q'}${quarterOf(date)} ${date.slice(0, 4)}`;
  if (every === 'month') {
    return dateFormat(language, 'UTC', { month: 'short', year: 'numeric' }).format(ofLocalDate(date));
  }
  return formatDate(language, date, short);
}

function quarterOf(date: string): number {
  return Math.floor((Number(date.slice(5, 7)) - 1) / 3) + 1;
}

/** `1–30 Nov 2026`: both ends are days of the period. */
export function formatDateRange(language: Language, first: string, last: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return dateFormat(language, 'UTC', options).formatRange(ofLocalDate(first), ofLocalDate(last));
}

export function formatInstant(language: Language, instant: string, timeZone: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return dateFormat(language, timeZone, options).format(new Date(instant));
}

/** With seconds, for proofs. */
export function formatExactInstant(language: Language, instant: string, timeZone: string): string {
  const options = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const;
  return dateFormat(language, timeZone, options).format(new Date(instant));
}

export function formatTime(language: Language, instant: number | string, timeZone: string): string {
  return dateFormat(language, timeZone, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

export function formatDayAndTime(language: Language, instant: number | string, timeZone: string): string {
  const options = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return dateFormat(language, timeZone, options).format(new Date(instant));
}

/** Weekday 1 (Monday) to 7. */
export function formatWeekday(language: Language, weekday: number, width: 'short' | 'long' = 'short'): string {
  return dateFormat(language, 'UTC', { weekday: width }).format(new Date(Date.UTC(2024, 0, weekday)));
}
