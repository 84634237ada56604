import { civilFromDays, dayMs } from '#domain/time/civil.ts';
import { localToInstant } from '#domain/time/zone.ts';

/**
 * Turns local readings (a day number and ms since local midnight) into instants, millions of them: the offset of each date
 * is looked up once, and only dates on which the clock changes ask the zone again.
 */
export function createLocalClock(timeZone: string): (day: number, timeOfDay: number) => number {
  const offsets = new Map<number, number>();
  const ask = (day: number, timeOfDay: number): number => {
    const { year, month, day: date } = civilFromDays(day);
    const second = Math.floor(timeOfDay / 1000);
    return localToInstant(timeZone, year, month, date, 0, 0, second, timeOfDay - second * 1000);
  };
  const learn = (day: number): number => {
    const atStart = day * dayMs - ask(day, 0);
    const atEnd = (day + 1) * dayMs - 1 - ask(day, dayMs - 1);
    const offset = atStart === atEnd ? atStart : Number.NaN;
    offsets.set(day, offset);
    return offset;
  };
  return (day, timeOfDay) => {
    const offset = offsets.get(day) ?? learn(day);
    return Number.isNaN(offset) ? ask(day, timeOfDay) : day * dayMs + timeOfDay - offset;
  };
}
