import { civilFromDays, daysFromCivil } from '../time/civil.ts';
import { cutPeriod, localDays, type Period, startOfDays } from './period.ts';

/**
 * The period to compare with. `previous` has the same length and ends where this one begins: as many whole months when
 * both ends are firsts of a month, else as many local days, else as many milliseconds. `year` is the same dates a year before.
 */
export function comparedPeriod(period: Period, compare: 'previous' | 'year'): Period {
  const { timeZone, from, to, every } = period;
  const [first, last] = [localDays(timeZone, from), localDays(timeZone, to)];
  const wholeDays = startOfDays(timeZone, first) === from && startOfDays(timeZone, last) === to;
  if (compare === 'year') {
    return cutPeriod(timeZone, moveDate(period, from, first, -12), moveDate(period, to, last, -12), every);
  }
  if (!wholeDays) return cutPeriod(timeZone, from - (to - from), from, every);
  const [begin, end] = [civilFromDays(first), civilFromDays(last)];
  if (begin.day === 1 && end.day === 1) {
    const months = (end.year - begin.year) * 12 + end.month - begin.month;
    return cutPeriod(timeZone, startOfDays(timeZone, moveMonths(first, -months)), from, every);
  }
  return cutPeriod(timeZone, startOfDays(timeZone, first - (last - first)), from, every);
}

/** The same local date and time of day so many months away. */
function moveDate(period: Period, atMs: number, days: number, months: number): number {
  const sinceMidnight = atMs - startOfDays(period.timeZone, days);
  return startOfDays(period.timeZone, moveMonths(days, months)) + sinceMidnight;
}

/** Moves a date by months; a day the month does not have becomes its last. */
export function moveMonths(days: number, months: number): number {
  const { year, month, day } = civilFromDays(days);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const nextMonth = toMonth === 12 ? daysFromCivil(toYear + 1, 1, 1) : daysFromCivil(toYear, toMonth + 1, 1);
  return Math.min(daysFromCivil(toYear, toMonth, day), nextMonth - 1);
}
