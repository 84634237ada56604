import { describe, expect, test } from 'vitest';
import { comparedPeriod } from './compare-period.ts';
import { cutPeriod, findBucket, parseMoment } from './period.ts';
import { presetPeriod } from './preset-period.ts';
import type { Every } from './query.ts';

const utc = (...parts: [number, number, number, number?, number?]) => {
  const [year, month, day, hour = 0, minute = 0] = parts;
  return Date.UTC(year, month - 1, day, hour, minute);
};

function cut(timeZone: string, from: string, to: string, every: Every | null) {
  return cutPeriod(timeZone, parseMoment(from, timeZone, '$'), parseMoment(to, timeZone, '$'), every);
}

describe('buckets', () => {
  test('October is there in a year of Europe/London, an hour longer than 31 days', () => {
    const { buckets } = cut('Europe/London', '2025-01-01', '2026-01-01', 'month');
    expect(buckets).toHaveLength(12);
    const october = buckets[9];
    expect(october?.label).toBe('2025-10-01');
    expect(((october?.end ?? 0) - (october?.start ?? 0)) / 3_600_000).toBe(31 * 24 + 1);
  });

  test('a ticket at 23:59 on the last of the month falls into that month outside UTC too', () => {
    for (const [zone, atMs] of [
      ['America/Los_Angeles', utc(2025, 2, 1, 7, 59)],
      ['Asia/Tokyo', utc(2025, 1, 31, 14, 59)],
    ] as const) {
      const { buckets } = cut(zone, '2025-01-01', '2025-04-01', 'month');
      expect(buckets[findBucket(buckets, atMs)]?.label, zone).toBe('2025-01-01');
      expect(buckets[findBucket(buckets, atMs + 60_000)]?.label, zone).toBe('2025-02-01');
    }
  });

  test('days of 23 and 25 hours are one bucket each', () => {
    const hours = (from: string, to: string) =>
      cut('Europe/Paris', from, to, 'day').buckets.map(({ start, end }) => (end - start) / 3_600_000);
    expect(hours('2026-03-28', '2026-03-31')).toEqual([24, 23, 24]);
    expect(hours('2026-10-24', '2026-10-27')).toEqual([24, 25, 24]);
  });

  test('a midnight that does not exist begins the day at its first instant', () => {
    const [day] = cut('America/Sao_Paulo', '2018-11-04', '2018-11-05', 'day').buckets;
    expect(day?.start).toBe(utc(2018, 11, 4, 3));
  });

  test('a date that the zone skips is no bucket', () => {
    const labels = cut('Pacific/Apia', '2011-12-29', '2012-01-01', 'day').buckets.map(({ label }) => label);
    expect(labels).toEqual(['2011-12-29', '2011-12-31']);
  });

  test('weeks begin on Monday; the first is cut by the period and keeps its name', () => {
    const { buckets } = cut('UTC', '2026-01-01', '2026-01-13', 'week');
    expect(buckets.map(({ label }) => label)).toEqual(['2025-12-29', '2026-01-05', '2026-01-12']);
    expect(buckets[0]?.start).toBe(utc(2026, 1, 1));
    expect(buckets[2]?.end).toBe(utc(2026, 1, 13));
  });

  test('quarters and years begin in January', () => {
    expect(cut('UTC', '2025-11-15', '2026-05-01', 'quarter').buckets.map(({ label }) => label)).toEqual([
      '2025-10-01',
      '2026-01-01',
      '2026-04-01',
    ]);
    expect(cut('UTC', '2025-11-15', '2026-05-01', 'year').buckets.map(({ label }) => label)).toEqual([
      '2025-01-01',
      '2026-01-01',
    ]);
  });

  test('buckets follow one another without a gap', () => {
    for (const every of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      const { buckets, from, to } = cut('Australia/Lord_Howe', '2019-01-01', '2021-01-01', every);
      expect(buckets[0]?.start).toBe(from);
      expect(buckets.at(-1)?.end).toBe(to);
      for (const [index, bucket] of buckets.slice(1).entries()) expect(bucket.start).toBe(buckets[index]?.end);
    }
  });
});

describe('the period to compare with', () => {
  const dates = (from: string, to: string, compare: 'previous' | 'year') => {
    const { buckets, from: start, to: end } = comparedPeriod(cut('Europe/Paris', from, to, 'day'), compare);
    return { start, end, buckets: buckets.length };
  };
  const paris = (text: string) => parseMoment(text, 'Europe/Paris', '$');

  test('is as many whole months before whole months', () => {
    const found = dates('2026-03-01', '2026-05-01', 'previous');
    expect(found).toEqual({ start: paris('2026-01-01'), end: paris('2026-03-01'), buckets: 59 });
  });
  test('is as many local days before other days, through a clock change', () => {
    const found = dates('2026-03-28', '2026-04-04', 'previous');
    expect(found).toEqual({ start: paris('2026-03-21'), end: paris('2026-03-28'), buckets: 7 });
  });
  test('is the same dates a year before', () => {
    const found = dates('2024-02-29', '2024-03-02', 'year');
    expect(found).toMatchObject({ start: paris('2023-02-28'), end: paris('2023-03-02') });
  });
});

test.each([
  ['today', '2026-11-15', '2026-11-16'],
  ['yesterday', '2026-11-14', '2026-11-15'],
  ['last-7-days', '2026-11-09', '2026-11-16'],
  ['this-week', '2026-11-09', '2026-11-16'],
  ['last-week', '2026-11-02', '2026-11-09'],
  ['last-month', '2026-10-01', '2026-11-01'],
  ['this-quarter', '2026-10-01', '2027-01-01'],
  ['last-year', '2025-01-01', '2026-01-01'],
  ['last-12-months', '2025-12-01', '2026-12-01'],
] as const)('on Sunday 15 November 2026 in Auckland, %s runs from %s to %s', (preset, from, to) => {
  expect(presetPeriod(preset, utc(2026, 11, 14, 12), 'Pacific/Auckland')).toEqual({ from, to });
});
