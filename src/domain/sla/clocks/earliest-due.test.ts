import fc from 'fast-check';
import { expect, test } from 'vitest';
import { always, compileCalendar } from '../../time/compile-calendar.ts';
import { earliestDue } from './earliest-due.ts';

const office = compileCalendar({
  ...{ id: 'office', name: 'Office', timeZone: 'Europe/Paris', effectiveFrom: '2020-01-01T00:00:00Z' },
  weekly: { mon: [['09:00', '12:30']], tue: [['22:00', '06:00']], fri: [['14:00', '18:00']] },
} as Parameters<typeof compileCalendar>[0]);

const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) });

test('a clock has at least so many seconds left exactly if it is due at that instant or later', () => {
  const left = fc.integer({ min: -40, max: 40 }).chain((at) => fc.constantFrom(at, at * 300, at * 90_000));
  fc.assert(
    fc.property(instant, left, fc.constantFrom(always, office), (now, seconds, calendar) => {
      const at = earliestDue(calendar, now, seconds);
      expect(calendar.between(now, at)).toBeGreaterThanOrEqual(seconds);
      expect(calendar.between(now, at - 1)).toBeLessThan(seconds);
    }),
    { numRuns: 2_000 },
  );
});

test('time left that no clock can have lies before or after all of them', () => {
  expect(earliestDue(office, Date.UTC(2026, 0, 1), 9e15)).toBe(Number.POSITIVE_INFINITY);
  expect(earliestDue(office, Date.UTC(2026, 0, 1), -9e15)).toBe(Number.NEGATIVE_INFINITY);
  expect(earliestDue(office, Date.UTC(2026, 0, 1), 40 * 365 * 86_400)).toBe(Number.POSITIVE_INFINITY);
});
