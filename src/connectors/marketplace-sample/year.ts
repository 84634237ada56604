import { civilFromDays, daysFromCivil, weekdayOf } from '#domain/time/civil.ts';
import { startOfLocalDate } from '#domain/time/zone.ts';

export const hourMs = 3_600_000;
export const minuteMs = 60_000;
export const dayMs = 86_400_000;

const timeZone = 'Europe/Paris';

/** How busy a weekday is, Monday first. */
const weekdayWeights = [1.2, 1.08, 1.0, 0.98, 0.98, 0.62, 0.5];

/** How busy the hours of a day are: mornings, a dip at lunch, the evening of a shopper. */
const hourWeights = [
  0.6, 0.35, 0.22, 0.16, 0.18, 0.3, 0.7, 1.6, 3.4, 5.2, 6.1, 5.8, 4.6, 4.4, 5.3, 5.4, 5.1, 4.8, 4.4, 4.1, 4.3, 3.9, 2.6,
  1.3,
];

/** How busy a date of the year is: sales, a slow August, Black Friday, the weeks before and after Christmas. */
function seasonOf(month: number, day: number): number {
  const date = month * 100 + day;
  if (date >= 1201 && date <= 1224) return 1.55 + ((day - 1) / 23) * 0.5;
  if (date >= 1225 || date <= 106) return 1.35;
  if (date >= 1120) return 1.5;
  if (date >= 107 && date <= 210) return 1.15;
  if (date >= 625 && date <= 720) return 1.1;
  if (date >= 801 && date <= 825) return 0.72;
  return 0.94;
}

/** One day of the generated year. */
export interface YearDay {
  readonly index: number;
  /** Local midnight. */
  readonly startAt: number;
  /** Monday is 0. */
  readonly weekday: number;
  readonly month: number;
  readonly day: number;
  readonly tickets: number;
}

/** A year of a seller, with every one of its tickets placed on a day. */
export interface Year {
  readonly days: readonly YearDay[];
  readonly startAt: number;
  /** Nothing is told from here on. */
  readonly endAt: number;
}

export function planYear(firstYear: number, tickets: number): Year {
  const first = daysFromCivil(firstYear, 1, 1);
  const length = daysFromCivil(firstYear + 1, 1, 1) - first;
  const dates = Array.from({ length }, (_, index) => ({ index, ...civilFromDays(first + index) }));
  const weights = dates.map(({ index, month, day }) => {
    return (weekdayWeights[weekdayOf(first + index)] as number) * seasonOf(month, day);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  let placed = 0;
  const days = dates.map(({ index, year, month, day }) => {
    sum += weights[index] as number;
    const upTo = index === length - 1 ? tickets : Math.floor((sum / total) * tickets);
    const count = upTo - placed;
    placed = upTo;
    const startAt = startOfLocalDate(timeZone, year, month, day);
    return { index, startAt, weekday: weekdayOf(first + index), month, day, tickets: count };
  });
  return {
    days,
    startAt: startOfLocalDate(timeZone, firstYear, 1, 1),
    endAt: startOfLocalDate(timeZone, firstYear + 1, 1, 1),
  };
}

const hourSums = hourWeights.map((_, hour) => hourWeights.slice(0, hour + 1).reduce((sum, weight) => sum + weight, 0));
const hourTotal = hourSums.at(-1) as number;

/** The time of day (in ms) before which a share of the day's tickets has come. */
export function timeOfDay(share: number): number {
  const wanted = share * hourTotal;
  const hour = hourSums.findIndex((sum) => wanted < sum);
  const within = 1 - ((hourSums[hour] as number) - wanted) / (hourWeights[hour] as number);
  return Math.floor((hour + within) * hourMs);
}
