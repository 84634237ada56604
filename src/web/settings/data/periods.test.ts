import { expect, test } from 'vitest';
import { isPeriod, periodIn, textOf } from './periods.ts';

test('an empty period keeps data for good', () => {
  expect(periodIn('  ')).toBeNull();
  expect(textOf(null)).toBe('');
  expect(isPeriod('auditDays', '')).toBe(true);
});

test('a period is a whole number from one to a century', () => {
  expect(['1', '1200'].every((text) => isPeriod('ticketMonths', text))).toBe(true);
  expect(['0', '-3', '1.5', 'twelve', '1201'].some((text) => isPeriod('ticketMonths', text))).toBe(false);
});
