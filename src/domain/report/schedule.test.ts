import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wallClockAt } from '../time/zone.ts';
import { countRuns, latestRun, nextRun, type Timing } from './schedule.ts';

const daily = (time: string, timeZone: string): Timing => ({ every: 'day', weekday: null, day: null, time, timeZone });
const iso = (at: number) => new Date(at).toISOString().slice(0, 16);
const next = (timing: Timing, after: string) => iso(nextRun(timing, Date.parse(after)));

test('in Paris the night in March without half past two runs at three, and the night in October with two of them runs once', () => {
  const timing = daily('02:30', 'Europe/Paris');
  expect(next(timing, '2026-03-28T02:00Z')).toBe('2026-03-29T01:00');
  expect(next(timing, '2026-03-29T01:00Z')).toBe('2026-03-30T00:30');
  expect(next(timing, '2026-10-24T12:00Z')).toBe('2026-10-25T00:30');
  expect(next(timing, '2026-10-25T00:30Z')).toBe('2026-10-26T01:30');
});

test('in New York so do the nights of 8 March and 1 November', () => {
  const timing = daily('02:15', 'America/New_York');
  expect(next(timing, '2026-03-08T00:00Z')).toBe('2026-03-08T07:00');
  expect(next(daily('01:15', 'America/New_York'), '2026-11-01T00:00Z')).toBe('2026-11-01T05:15');
  expect(next(daily('01:15', 'America/New_York'), '2026-11-01T05:15Z')).toBe('2026-11-02T06:15');
});

test('every Monday at eight stays at eight on the wall across the change of clocks', () => {
  const timing: Timing = { every: 'week', weekday: 1, day: null, time: '08:00', timeZone: 'Europe/Paris' };
  expect(next(timing, '2026-03-23T07:00Z')).toBe('2026-03-30T06:00');
  expect(next(timing, '2026-03-16T07:00Z')).toBe('2026-03-23T07:00');
});

test('the 31st is the last day of shorter months', () => {
  const timing: Timing = { every: 'month', weekday: null, day: 31, time: '06:00', timeZone: 'UTC' };
  expect(next(timing, '2026-01-31T06:00Z')).toBe('2026-02-28T06:00');
  expect(next(timing, '2028-02-01T00:00Z')).toBe('2028-02-29T06:00');
  expect(next(timing, '2026-03-31T06:00Z')).toBe('2026-04-30T06:00');
});

const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];
const two = (value: number) => String(value).padStart(2, '0');
const timings = fc.record({
  every: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
  weekday: fc.integer({ min: 1, max: 7 }),
  day: fc.integer({ min: 1, max: 31 }),
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([h, m]) => `${two(h)}:${two(m)}`),
  timeZone: fc.constantFrom(...zones),
});
const instants = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2032-01-01') });

test('a run is at its time on the wall, or as soon after as that wall has a time, and no date has two', () => {
  fc.assert(
    fc.property(timings, instants, (timing, after) => {
      const first = nextRun(timing, after);
      const second = nextRun(timing, first);
      const clock = wallClockAt(timing.timeZone, first);
      const shown = `${two(clock.hour)}:${two(clock.minute)}`;
      expect(first).toBeGreaterThan(after);
      expect(shown >= timing.time).toBe(true);
      if (shown !== timing.time) expect(wallClockAt(timing.timeZone, first - 1).hour).not.toBe(clock.hour);
      const dateOf = (at: number) => {
        const { year, month, day } = wallClockAt(timing.timeZone, at);
        return `${year}-${two(month)}-${two(day)}`;
      };
      expect(dateOf(second) > dateOf(first)).toBe(true);
      if (timing.every === 'week') expect(clock.weekday + 1).toBe(timing.weekday);
      if (timing.every === 'day') expect(second - first).toBeLessThanOrEqual(25 * 3_600_000);
    }),
    { numRuns: 400 },
  );
});

test('what ran last before a run comes after is that run, and none lies between', () => {
  fc.assert(
    fc.property(timings, instants, (timing, at) => {
      const next = nextRun(timing, at);
      expect(latestRun(timing, next)).toBe(next);
      expect(latestRun(timing, next - 1)).toBeLessThanOrEqual(at);
      expect(nextRun(timing, latestRun(timing, at))).toBe(next);
      expect(countRuns(timing, latestRun(timing, at), next)).toBe(1);
    }),
    { numRuns: 200 },
  );
});
