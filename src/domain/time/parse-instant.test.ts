import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInstant } from './parse-instant.ts';

test('an instant is read as the engine reads it, from year 0 to 9999', () => {
  const dates = fc.date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  fc.assert(fc.property(dates, (date) => parseInstant(date.toISOString()) === date.getTime()));
});

test.each([
  ['2026-11-02T09:14:05Z', '2026-11-02T09:14:05.000Z'],
  ['2026-11-02T09:14:05+01:00', '2026-11-02T08:14:05.000Z'],
  ['2026-11-02T09:14:05-0330', '2026-11-02T12:44:05.000Z'],
  ['2026-11-02t09:14z', '2026-11-02T09:14:00.000Z'],
  ['2026-11-02 09:14:05+01', '2026-11-02T08:14:05.000Z'],
  ['2026-11-02T09:14:05.123456789Z', '2026-11-02T09:14:05.123Z'],
  ['2024-02-29T00:00:00.5Z', '2024-02-29T00:00:00.500Z'],
  ['2016-02-29T00:00:00,25Z', '2016-02-29T00:00:00.250Z'],
])('%s is an instant', (text, utc) => {
  expect(parseInstant(text)).toBe(Date.parse(utc));
});

test.each([
  '2026-02-30T00:00:00Z',
  '2025-02-29T00:00:00Z',
  '1900-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-00-01T00:00:00Z',
  '2026-01-00T00:00:00Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T23:60:00Z',
  '2026-01-01T23:59:60Z',
  '2026-01-01T09:00:00',
  '2026-01-01',
  '2026-01-01T09:00:00+24:00',
  '2026-01-01T09:00:00+1:00',
  '2026-01-01T09:00:00.Z',
  '2026-01-01T09:00:00Z ',
  '26-01-01T09:00:00Z',
  '2026-1-1T9:00:00Z',
  '20260101T090000Z',
  'yesterday',
  '',
])('“%s” is not an instant', (text) => {
  expect(parseInstant(text)).toBeNull();
});
