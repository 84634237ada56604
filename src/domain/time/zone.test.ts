import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTimeZone, localToInstant, startOfLocalDate, startOfLocalDay, wallClockAt, zoneOffsetMs } from './zone.ts';

const zones = [
  'Europe/Paris',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/St_Johns',
  'America/Havana',
  'Antarctica/Troll',
  'Africa/Monrovia',
  'Asia/Kathmandu',
  'America/Toronto',
  'UTC',
];
const zone = fc.constantFrom(...zones);
const instant = fc.integer({ min: Date.UTC(1890, 0, 1), max: Date.UTC(2210, 0, 1) });

/** Instants within two days of a change of the zone's offset, where mistakes live. */
const nearChange = fc
  .tuple(zone, instant, fc.integer({ min: -172_800_000, max: 172_800_000 }))
  .map(([name, at, plus]) => {
    const change = Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(name)
      .getTimeZoneTransition('previous');
    return [name, (change?.epochMilliseconds ?? at) + plus] as const;
  });

describe('against Temporal', () => {
  test('the wall clock and its offset are the same', () => {
    fc.assert(
      fc.property(nearChange, ([name, at]) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name);
        const { year, month, day, hour, minute, second, millisecond, dayOfWeek } = expected;
        expect(zoneOffsetMs(name, at)).toBe(expected.offsetNanoseconds / 1e6);
        const clock = { year, month, day, hour, minute, second, millisecond, weekday: dayOfWeek - 1 };
        expect(wallClockAt(name, at)).toEqual(clock);
      }),
      { numRuns: 500 },
    );
  });

  test('a local time is the same instant, also when it happens twice or never', () => {
    fc.assert(
      fc.property(nearChange, ([name, at]) => {
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDateTime();
        const { year, month, day, hour, minute, second, millisecond } = local;
        expect(localToInstant(name, year, month, day, hour, minute, second, millisecond)).toBe(
          local.toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('a local date begins at the same instant', () => {
    fc.assert(
      fc.property(nearChange, ([name, at]) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).startOfDay();
        expect(startOfLocalDay(name, at)).toBe(expected.epochMilliseconds);
      }),
      { numRuns: 500 },
    );
  });
});

test('a date begins where midnight is skipped, and a skipped date at the instant that skips it', () => {
  expect(startOfLocalDate('America/Toronto', 1919, 3, 31)).toBe(Date.parse('1919-03-31T00:30:00-04:00'));
  expect(startOfLocalDate('Pacific/Apia', 2011, 12, 30)).toBe(Date.parse('2011-12-31T00:00:00+14:00'));
  expect(startOfLocalDay('Pacific/Apia', Date.parse('2011-12-29T12:00:00-10:00'), 2)).toBe(
    Date.parse('2011-12-31T00:00:00+14:00'),
  );
});

test('a zone is an IANA name; offsets and misspellings are not zones', () => {
  expect(['Europe/Paris', 'UTC', 'Etc/GMT+1'].map(isTimeZone)).toEqual([true, true, true]);
  expect(['', '+02:00', 'Europe/Pariss', 'Z'].map(isTimeZone)).toEqual([false, false, false, false]);
  expect(() => zoneOffsetMs('Mars/Base', 0)).toThrow(expect.objectContaining({ code: 'zone.unknown' }));
});
