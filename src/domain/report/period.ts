import { VigieError } from '../error.ts';
import { civilFromDays, daysFromCivil, parseCivilDate, weekdayOf } from '../time/civil.ts';
import { parseInstant } from '../time/instant.ts';
import { startOfLocalDate, zoneOffsetMs } from '../time/zone.ts';
import type { Every } from './query.ts';

const dayMs = 86_400_000;

/** A slice of the period, half-open, named by the local date on which its day, week, month… begins. */
export interface Bucket {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** A period in a zone: `[from, to)` in epoch milliseconds, whole or cut into buckets without gaps. */
export interface Period {
  readonly timeZone: string;
  readonly from: number;
  readonly to: number;
  readonly every: Every | null;
  readonly buckets: readonly Bucket[];
}

/** `YYYY-MM-DD` of a day number. */
export function formatCivilDate(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The local date of an instant, as days since 1970-01-01. */
export function localDays(timeZone: string, atMs: number): number {
  return Math.floor((atMs + zoneOffsetMs(timeZone, atMs)) / dayMs);
}

/** The first instant of a local date given as days since 1970-01-01. */
export function startOfDays(timeZone: string, days: number): number {
  const { year, month, day } = civilFromDays(days);
  return startOfLocalDate(timeZone, year, month, day);
}

/** The date on which the day, week (Monday), month, quarter or year that holds a date begins. */
export function startOfBucket(every: Every, days: number): number {
  if (every === 'day') return days;
  if (every === 'week') return days - weekdayOf(days);
  const { year, month } = civilFromDays(days);
  if (every === 'month') return daysFromCivil(year, month, 1);
  return every === 'quarter' ? daysFromCivil(year, month - ((month - 1) % 3), 1) : daysFromCivil(year, 1, 1);
}

function startOfNext(every: Every, start: number): number {
  if (every === 'day') return start + 1;
  if (every === 'week') return start + 7;
  const { year, month } = civilFromDays(start);
  if (every === 'year') return daysFromCivil(year + 1, 1, 1);
  const ahead = month + (every === 'month' ? 1 : 3);
  return ahead > 12 ? daysFromCivil(year + 1, ahead - 12, 1) : daysFromCivil(year, ahead, 1);
}

/** Cuts `[from, to)` into buckets of the zone's calendar, gaps included; without `every`, one bucket named by its first date. */
export function cutPeriod(timeZone: string, from: number, to: number, every: Every | null): Period {
  const whole = { label: formatCivilDate(localDays(timeZone, from)), start: from, end: to };
  if (every === null) return { timeZone, from, to, every, buckets: [whole] };
  const buckets: Bucket[] = [];
  let days = startOfBucket(every, localDays(timeZone, from));
  let start = from;
  while (start < to) {
    const next = startOfNext(every, days);
    const end = Math.min(startOfDays(timeZone, next), to);
    // A date that the zone skips is no bucket.
    if (end > start) buckets.push({ label: formatCivilDate(days), start, end });
    start = Math.max(start, end);
    days = next;
  }
  return { timeZone, from, to, every, buckets };
}

/** A local date (`2016-02-01`, its first instant in the zone) or an ISO instant, in epoch milliseconds. Throws `query.bad-date`. */
export function parseMoment(text: string, timeZone: string, path: string): number {
  const days = parseCivilDate(text);
  if (days !== null) return startOfDays(timeZone, days);
  const instant = parseInstant(text);
  if (instant === null) throw new VigieError('query.bad-date', { value: text }, { path });
  return instant;
}

/** The bucket that holds an instant, by position; -1 outside the period. */
export function findBucket(buckets: readonly Bucket[], atMs: number): number {
  let low = 0;
  let high = buckets.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const bucket = buckets[middle] as Bucket;
    if (atMs < bucket.start) high = middle - 1;
    else if (atMs >= bucket.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
