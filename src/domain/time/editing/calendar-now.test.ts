import { expect, test } from 'vitest';
import type { Calendar } from '../calendar.ts';
import { compileVersions, describeNow, versionInForce } from './calendar-now.ts';

const day: Calendar = { id: 'day', name: 'Day', timeZone: 'UTC', weekly: { mon: [['09:00', '17:00']] } };
const night: Calendar = { ...day, effectiveFrom: '2026-06-01T00:00:00Z', weekly: { mon: [['20:00', '23:00']] } };
const at = (text: string) => Date.parse(text);

test('while it is closed, the next opening and the closing after it are told', () => {
  expect(describeNow(compileVersions([day]), at('2026-05-04T08:00:00Z'))).toEqual({
    open: false,
    opensAt: at('2026-05-04T09:00:00Z'),
    closesAt: at('2026-05-04T17:00:00Z'),
  });
});

test('while it is open, only its closing is told', () => {
  expect(describeNow(compileVersions([day]), at('2026-05-04T10:00:00Z'))).toEqual({
    open: true,
    opensAt: null,
    closesAt: at('2026-05-04T17:00:00Z'),
  });
});

test('a dated version holds from its instant on, in whatever order they come', () => {
  const time = compileVersions([night, day]);
  expect(time.isOpen(at('2026-05-25T10:00:00Z'))).toBe(true);
  expect(time.isOpen(at('2026-06-01T10:00:00Z'))).toBe(false);
  expect(versionInForce([night, day], at('2026-05-31T00:00:00Z'))).toBe(day);
  expect(versionInForce([night, day], at('2026-06-01T00:00:00Z'))).toBe(night);
});

test('before the first version the first one holds', () => {
  expect(versionInForce([night], at('2020-01-01T00:00:00Z'))).toBe(night);
  expect(versionInForce([], 0)).toBeNull();
});
