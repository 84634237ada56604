import { VigieError } from '../error.ts';
import { type CivilDate, civilFromDays, dayMs, daysFromCivil, weekdayOf } from './civil.ts';
import { getZoneTable, type ZoneTable } from './zone-table.ts';

/** Whether the time zone data knows this IANA name (`Europe/Paris`, `UTC`); bare offsets such as `+02:00` are not zones. */
export function isTimeZone(name: string): boolean {
  try {
    getZoneTable(name);
    return true;
  } catch (error) {
    if (error instanceof VigieError) return false;
    throw error;
  }
}

/** Local time minus UTC at an instant, in ms (positive east of Greenwich). Throws `zone.unknown`. */
export function zoneOffsetMs(timeZone: string, atMs: number): number {
  return getZoneTable(timeZone).offsetAt(atMs);
}

/** The wall clock of a zone: a date, the time since midnight as the clock shows it, and the weekday (Monday = 0). */
export interface WallClock extends CivilDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly weekday: number;
}

/** What the clock on the wall shows at an instant. Throws `zone.unknown`. */
export function wallClockAt(timeZone: string, atMs: number): WallClock {
  const reading = atMs + zoneOffsetMs(timeZone, atMs);
  const days = Math.floor(reading / dayMs);
  const time = reading - days * dayMs;
  return {
    ...civilFromDays(days),
    hour: Math.floor(time / 3_600_000),
    minute: Math.floor(time / 60_000) % 60,
    second: Math.floor(time / 1000) % 60,
    millisecond: time % 1000,
    weekday: weekdayOf(days),
  };
}

/** The first instant whose reading is `reading`, or null with the change that skips it when no instant has that reading. */
function findReading(table: ZoneTable, reading: number): { at: number; skippedBy: number | null } {
  const last = Math.min(table.positionAt(reading + 2 * dayMs), table.size - 1);
  for (let position = table.positionAt(reading - 2 * dayMs); position <= last; position++) {
    const span = table.span(position);
    const at = reading - span.offsetMs;
    if (at < span.fromMs) {
      const before = table.span(position - 1);
      return { at: reading - before.offsetMs, skippedBy: span.fromMs };
    }
    if (at < span.toMs) return { at, skippedBy: null };
  }
  return { at: reading - table.span(last).offsetMs, skippedBy: null };
}

/**
 * The instant of a local time; months count from 1. A time that happens twice is its first occurrence, one that is
 * skipped moves forward by the length of the gap (the `compatible` rule of Temporal). Throws `zone.unknown`.
 */
export function localToInstant(
  timeZone: string,
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): number {
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
  return findReading(getZoneTable(timeZone), daysFromCivil(year, month, day) * dayMs + time).at;
}

/**
 * The instant of a local time: the first of two where it happens twice, and where the zone skips it the instant at which it
 * does, the next that exists. Throws `zone.unknown`.
 */
export function nextLocalInstant(timeZone: string, date: CivilDate, hour: number, minute: number): number {
  const reading = daysFromCivil(date.year, date.month, date.day) * dayMs + (hour * 60 + minute) * 60_000;
  const found = findReading(getZoneTable(timeZone), reading);
  return found.skippedBy ?? found.at;
}

/** The first instant of a local date, or where the zone skips that date the instant at which it does. Throws `zone.unknown`. */
export function startOfLocalDate(timeZone: string, year: number, month: number, day: number): number {
  const found = findReading(getZoneTable(timeZone), daysFromCivil(year, month, day) * dayMs);
  return found.skippedBy ?? found.at;
}

/** The first instant of the local date that `atMs` falls on, moved by `plusDays` dates. Throws `zone.unknown`. */
export function startOfLocalDay(timeZone: string, atMs: number, plusDays = 0): number {
  const days = Math.floor((atMs + zoneOffsetMs(timeZone, atMs)) / dayMs) + plusDays;
  const { year, month, day } = civilFromDays(days);
  return startOfLocalDate(timeZone, year, month, day);
}
