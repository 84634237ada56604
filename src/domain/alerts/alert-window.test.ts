import { expect, test } from 'vitest';
import { windowAt } from './alert-window.ts';

const iso = ({ from, to }: { from: number; to: number }) => [from, to].map((at) => new Date(at).toISOString());

test('a window of hours holds exactly so many, up to now', () => {
  const now = Date.parse('2026-06-10T10:30:00Z');
  expect(iso(windowAt(4, 'Europe/Paris', now))).toEqual(['2026-06-10T06:30:00.000Z', '2026-06-10T10:30:00.000Z']);
});

test('a window of whole days holds local days, today so far among them', () => {
  const now = Date.parse('2026-06-10T10:30:00Z');
  expect(iso(windowAt(168, 'Europe/Paris', now))).toEqual(['2026-06-03T22:00:00.000Z', '2026-06-10T10:30:00.000Z']);
});

test('the same window of an earlier week begins and ends at the same local time, over a change of the clock too', () => {
  const now = Date.parse('2026-03-31T10:30:00Z');
  expect(iso(windowAt(24, 'Europe/Paris', now, 1))).toEqual(['2026-03-23T23:00:00.000Z', '2026-03-24T11:30:00.000Z']);
});
