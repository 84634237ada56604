import { expect, test } from 'vitest';
import { formatBucket, formatDateRange, formatInstant, formatWeekday } from './date.ts';
import { formatDuration, formatExactDuration } from './duration.ts';
import { formatBytes, formatChange, formatCount, formatShare } from './number.ts';
import { formatValue } from './value.ts';

const plain = (text: string) => text.replace(/[\u202f\u00a0\u2009]/g, ' ');

test('a duration reads as people say it', () => {
  expect(plain(formatDuration('en', 42))).toBe('42 s');
  expect(plain(formatDuration('en', 42 * 60))).toBe('42 min');
  expect(plain(formatDuration('fr', 3 * 3600 + 12 * 60))).toBe('3 h 12');
  expect(plain(formatDuration('fr', 2 * 3600 + 4 * 60))).toBe('2 h 04');
  expect(plain(formatDuration('en', -90 * 60))).toBe('−1 h 30');
});

test('only calendar time is told in days', () => {
  expect(plain(formatDuration('fr', 75 * 3600, 'calendar'))).toBe('3 j 3 h');
  expect(plain(formatDuration('fr', 75 * 3600, 'business'))).toBe('75 h');
  expect(plain(formatDuration('fr', 1234 * 3600, 'business'))).toBe('1 234 h');
});

test('a proof tells seconds', () => {
  expect(plain(formatExactDuration('en', 11_525))).toBe('3 h 12 min 05 s');
  expect(plain(formatExactDuration('en', 0))).toBe('0 s');
  expect(plain(formatExactDuration('en', 3600))).toBe('1 h');
});

test('a share has the mark of its language, and 99.96 % never reads 100 %', () => {
  expect(formatShare('fr', 0.934)).toBe('93,4\u202f%');
  expect(formatShare('en', 0.934)).toBe('93.4%');
  expect(plain(formatShare('en', 0.9996))).toBe('99.9%');
  expect(plain(formatShare('en', 0.9996, 0))).toBe('99%');
  expect(plain(formatShare('en', 1))).toBe('100%');
  expect(plain(formatShare('en', 0))).toBe('0%');
});

test('a change carries its sign', () => {
  expect(plain(formatChange('fr', -0.123))).toBe('−12 %');
  expect(plain(formatChange('fr', 0.042))).toBe('+4,2 %');
});

test('no data is a dash, never 0', () => {
  expect(formatValue('fr', null, 'share')).toBe('–');
  expect(formatValue('fr', 0, 'count')).toBe('0');
});

test('counts and bytes follow the language', () => {
  expect(plain(formatCount('fr', 24_918))).toBe('24 918');
  expect(formatCount('en', 24_918)).toBe('24,918');
  expect(plain(formatBytes('fr', 4_200_000))).toBe('4,2 Mo');
});

test('buckets are named by their length', () => {
  expect(formatBucket('fr', '2016-04-01', 'quarter')).toBe('T2 2016');
  expect(formatBucket('en', '2016-04-01', 'month')).toBe('Apr 2016');
  expect(plain(formatBucket('fr', '2016-04-04', 'week'))).toBe('4 avr. 2016');
});

test('hours are those of the zone given, of 24', () => {
  expect(plain(formatInstant('fr', '2026-11-02T22:14:05Z', 'Europe/Paris'))).toContain('23:14');
  expect(plain(formatDateRange('fr', '2026-11-01', '2026-11-30'))).toMatch(/1.{1,3}30 nov\. 2026/);
});

test('weeks begin on Monday', () => {
  expect(formatWeekday('fr', 1, 'long')).toBe('lundi');
  expect(formatWeekday('en', 7, 'long')).toBe('Sunday');
});
