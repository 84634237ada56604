import { expect, test } from 'vitest';
import { readReturnTo } from './return-to.ts';

test('a sign-in leads back to the address it came from', () => {
  expect(readReturnTo('/reports/csat?period=all&f.team=a')).toBe('/reports/csat?period=all&f.team=a');
});

test('a sign-in never leads to another site, nor to itself', () => {
  expect(readReturnTo('https://example.com')).toBe('/');
  expect(readReturnTo('//example.com')).toBe('/');
  expect(readReturnTo('/\\example.com')).toBe('/');
  expect(readReturnTo('/sign-in?returnTo=/')).toBe('/');
  expect(readReturnTo(undefined)).toBe('/');
});
