import { expect, test } from 'vitest';
import { bucketEnd, bucketPeriod, defaultPreset, parsePeriod, resolvePreset, suitableEvery } from './period.ts';

const context = { today: '2026-11-21', first: '2016-02-29', last: '2017-02-18' };

test('the last 30 days end with today', () => {
  expect(resolvePreset('last-30-days', context)).toEqual({ from: '2026-10-23', to: '2026-11-22' });
});

test('when nothing happened in the last 30 days, the default is all the data', () => {
  expect(defaultPreset(context)).toBe('all');
  expect(parsePeriod(undefined, context)).toEqual({ from: '2016-02-29', to: '2017-02-19' });
  expect(defaultPreset({ ...context, last: '2026-10-23' })).toBe('last-30-days');
  expect(defaultPreset({ ...context, last: null })).toBe('last-30-days');
});

test('a range in the URL is taken as it is, a reversed or broken one is not', () => {
  expect(parsePeriod('2016-02-01..2017-03-01', context)).toEqual({ from: '2016-02-01', to: '2017-03-01' });
  expect(parsePeriod('2017-02-01..2016-03-01', context)).toEqual(resolvePreset('all', context));
  expect(parsePeriod('yesterday', context)).toEqual(resolvePreset('all', context));
});

test('months and years cross New Year', () => {
  const january = { today: '2026-01-15', first: null, last: null };
  expect(resolvePreset('last-month', january)).toEqual({ from: '2025-12-01', to: '2026-01-01' });
  expect(resolvePreset('last-12-months', january).from).toBe('2025-02-01');
});

test('buckets end where the next begins, weeks on Monday', () => {
  expect(bucketEnd('2016-02-29', 'week')).toBe('2016-03-07');
  expect(bucketEnd('2016-03-02', 'week')).toBe('2016-03-07');
  expect(bucketEnd('2016-12-01', 'month')).toBe('2017-01-01');
  expect(bucketEnd('2016-10-01', 'quarter')).toBe('2017-01-01');
});

test('the first and last bucket are cut to the period', () => {
  const period = { from: '2016-03-02', to: '2016-03-09' };
  expect(bucketPeriod('2016-02-29', 'week', period)).toEqual({ from: '2016-03-02', to: '2016-03-07' });
  expect(bucketPeriod('2016-03-07', 'week', period)).toEqual({ from: '2016-03-07', to: '2016-03-09' });
});

test('the bucket grows with the period', () => {
  expect(suitableEvery({ from: '2026-10-23', to: '2026-11-22' })).toBe('day');
  expect(suitableEvery({ from: '2016-02-29', to: '2017-02-19' })).toBe('week');
  expect(suitableEvery({ from: '2010-01-01', to: '2014-01-01' })).toBe('month');
});

test('the last 30 days of data end with the last day that has any, and with today where the data goes on', () => {
  const days = (last: string | null) =>
    parsePeriod('latest-30-days', { today: '2026-11-26', first: '2025-01-01', last });
  expect(days('2025-12-31')).toEqual({ from: '2025-12-02', to: '2026-01-01' });
  expect(days('2026-12-24')).toEqual({ from: '2026-10-28', to: '2026-11-27' });
  expect(days(null)).toEqual({ from: '2026-10-28', to: '2026-11-27' });
});
