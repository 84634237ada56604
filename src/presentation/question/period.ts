import type { Every } from '#domain/report/query.ts';

/** A half-open period of local dates. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const periodPresets = [
  'last-7-days',
  'last-30-days',
  'last-90-days',
  'last-12-months',
  'latest-30-days',
  'this-month',
  'last-month',
  'this-year',
  'last-year',
  'all',
] as const;

export type PeriodPreset = (typeof periodPresets)[number];

/** What the data allows: today where the workspace is, and the dates of the first and last ticket. */
export interface PeriodContext {
  readonly today: string;
  readonly first: string | null;
  readonly last: string | null;
}

const dayMs = 86_400_000;
const msOf = (date: string) => Date.parse(`${date}T00:00:00Z`);
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const addDays = (date: string, days: number) => dateOf(msOf(date) + days * dayMs);
export const daysBetween = (from: string, to: string) => Math.round((msOf(to) - msOf(from)) / dayMs);

/** The first of the month `months` away. */
function monthStart(date: string, months: number): string {
  return dateOf(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1));
}

const yearStart = (date: string, years: number) => `${Number(date.slice(0, 4)) + years}-01-01`;

/** The local date of an instant in a zone. */
export function localDate(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
}

/** So many days up to the last one that there is data of. */
function latestDays(days: number, { today, last }: Pick<PeriodContext, 'today' | 'last'>): Period {
  const end = addDays(last === null || last > today ? today : last, 1);
  return { from: addDays(end, -days), to: end };
}

export function resolvePreset(preset: PeriodPreset, { today, first, last }: PeriodContext): Period {
  const tomorrow = addDays(today, 1);
  switch (preset) {
    case 'last-7-days':
      return { from: addDays(tomorrow, -7), to: tomorrow };
    case 'last-30-days':
      return { from: addDays(tomorrow, -30), to: tomorrow };
    case 'last-90-days':
      return { from: addDays(tomorrow, -90), to: tomorrow };
    case 'last-12-months':
      return { from: monthStart(today, -11), to: tomorrow };
    case 'latest-30-days':
      return latestDays(30, { today, last });
    case 'this-month':
      return { from: monthStart(today, 0), to: tomorrow };
    case 'last-month':
      return { from: monthStart(today, -1), to: monthStart(today, 0) };
    case 'this-year':
      return { from: yearStart(today, 0), to: tomorrow };
    case 'last-year':
      return { from: yearStart(today, -1), to: yearStart(today, 0) };
    case 'all':
      return { from: first ?? addDays(tomorrow, -30), to: addDays(last ?? today, 1) };
  }
}

/** The last 30 days, unless nothing happened in them: then all the data there is. */
export function defaultPreset({ today, last }: PeriodContext): PeriodPreset {
  return last !== null && last < addDays(today, -29) ? 'all' : 'last-30-days';
}

const isDate = (text: string) => !Number.isNaN(msOf(text)) && dateOf(msOf(text)) === text;

function readRange(text: string): Period | null {
  const range = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text);
  const [from = '', to = ''] = range?.slice(1) ?? [];
  return isDate(from) && isDate(to) && from < to ? { from, to } : null;
}

export const isPeriodText = (text: string) => isPreset(text) || readRange(text) !== null;

/** `last-30-days`, or `2016-02-01..2017-03-01`. */
export type PeriodText = string;

export function isPreset(text: string): text is PeriodPreset {
  return (periodPresets as readonly string[]).includes(text);
}

export function parsePeriod(text: PeriodText | undefined, context: PeriodContext): Period {
  const range = readRange(text ?? '');
  if (range !== null) return range;
  return resolvePreset(text !== undefined && isPreset(text) ? text : defaultPreset(context), context);
}

export function writeRange({ from, to }: Period): PeriodText {
  return `${from}..${to}`;
}

/** A bucket that gives a readable number of points: at most about 60. */
export function suitableEvery({ from, to }: Period): Every {
  const days = daysBetween(from, to);
  if (days <= 45) return 'day';
  if (days <= 400) return 'week';
  if (days <= 2000) return 'month';
  return days <= 6000 ? 'quarter' : 'year';
}

const daysOf: Readonly<Record<Every, number>> = { day: 1, week: 7, month: 30.4, quarter: 91.3, year: 365 };

/**
 * The bucket that a report means, where it gives from 3 to about 60 points of the period: a rate of the month says nothing
 * by the day. Else one that suits.
 */
export function fittingEvery(own: Every, period: Period): Every {
  const points = daysBetween(period.from, period.to) / daysOf[own];
  return points >= 3 && points <= 62 ? own : suitableEvery(period);
}

/** The end (excluded) of the bucket that begins on or before `date`. */
export function bucketEnd(date: string, every: Every): string {
  switch (every) {
    case 'day':
      return addDays(date, 1);
    case 'week':
      return addDays(date, 7 - ((new Date(msOf(date)).getUTCDay() + 6) % 7));
    case 'month':
      return monthStart(date, 1);
    case 'quarter':
      return monthStart(date, 3 - ((Number(date.slice(5, 7)) - 1) % 3));
    case 'year':
      return yearStart(date, 1);
  }
}

/** A bucket cut to the period. */
export function bucketPeriod(date: string, every: Every, period: Period): Period {
  const end = bucketEnd(date, every);
  const [from = date] = [date, period.from].sort().slice(-1);
  const [to = end] = [end, period.to].sort();
  return { from, to };
}
