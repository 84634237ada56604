import { expect, test } from 'vitest';
import { formatBytes, formatCell, formatCount, formatDuration, formatShare, formatSpan } from './figures.ts';

const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

test('no data is a dash, never 0', () => {
  expect(formatCell(null, 'seconds', 'en')).toBe('–');
  expect(formatCell(0, 'count', 'en')).toBe('0');
});

test('only a true whole reads 100 %', () => {
  expect(formatShare(0.99999, 'en')).toBe('99.9%');
  expect(formatShare(1, 'en')).toBe('100%');
  expect(formatShare(0.00001, 'en')).toBe('0.1%');
  expect(plain(formatShare(0.9345, 'fr'))).toBe('93,5 %');
});

test('a span is told to the second, a duration of a table to the minute', () => {
  expect(formatSpan(7510, 'en')).toBe('2 h 05 min 10 s');
  expect(formatSpan(45, 'en')).toBe('45 s');
  expect(formatSpan(-60, 'en')).toBe('−1 min');
  expect(formatSpan(0, 'en')).toBe('0 s');
  expect(formatDuration(7510, 'en')).toBe('2 h 05 min');
  expect(formatDuration(59.9, 'en')).toBe('1 min');
  expect(plain(formatDuration(4_320_000, 'fr'))).toBe('1 200 h');
});

test('bytes have the units of the language', () => {
  expect(formatBytes(0, 'en')).toBe('0 B');
  expect(formatBytes(1_530_000, 'fr')).toBe('1,5 Mo');
});

test('one is single; in French nothing is too', () => {
  const rows = { en: ['row', 'rows'], fr: ['ligne', 'lignes'] } as const;
  expect([0, 1, 2].map((n) => formatCount(n, rows, 'en'))).toEqual(['0 rows', '1 row', '2 rows']);
  expect([0, 1, 2].map((n) => formatCount(n, rows, 'fr'))).toEqual(['0 ligne', '1 ligne', '2 lignes']);
});
