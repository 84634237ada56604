import { civilFromDays, daysFromCivil } from '#domain/time/civil.ts';
import { earliestInstant, latestInstant } from '#domain/time/instant.ts';

/** What the tokens of a time format have read so far. */
export interface Reading {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** 0 or 12 where the format has an AM/PM marker, else −1. */
  halfDay: number;
  /** Minutes east of Greenwich, or NaN where the text has no offset. */
  offset: number;
}

export function createReading(): Reading {
  return { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0, halfDay: -1, offset: Number.NaN };
}

export function clearReading(reading: Reading): void {
  reading.month = 1;
  reading.day = 1;
  reading.hour = 0;
  reading.minute = 0;
  reading.second = 0;
  reading.millisecond = 0;
  reading.halfDay = -1;
  reading.offset = Number.NaN;
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(reading: Reading): boolean {
  const { year, month, day } = reading;
  if (month < 1 || month > 12 || day < 1 || day > (monthDays[month - 1] as number)) return false;
  return month !== 2 || day < 29 || civilFromDays(daysFromCivil(year, 2, 29)).month === 2;
}

/** The instant of a reading; NaN when there is no such date or time. A leap second is the second before it. */
export function instantOf(reading: Reading, localClock: (day: number, timeOfDay: number) => number): number {
  if (!isDate(reading) || reading.minute > 59 || reading.second > 60) return Number.NaN;
  let hour = reading.hour;
  if (reading.halfDay >= 0) {
    if (hour < 1 || hour > 12) return Number.NaN;
    hour = (hour % 12) + reading.halfDay;
  }
  const second = reading.second === 60 ? 59 : reading.second;
  const timeOfDay = ((hour * 60 + reading.minute) * 60 + second) * 1000 + reading.millisecond;
  if (hour > 23 && timeOfDay !== 86_400_000) return Number.NaN;
  let day = daysFromCivil(reading.year, reading.month, reading.day);
  if (day * 86_400_000 < earliestInstant || day * 86_400_000 >= latestInstant) return Number.NaN;
  if (!Number.isNaN(reading.offset)) return day * 86_400_000 + timeOfDay - reading.offset * 60_000;
  if (timeOfDay < 86_400_000) return localClock(day, timeOfDay);
  day++;
  return localClock(day, 0);
}
