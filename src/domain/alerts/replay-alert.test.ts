import { expect, test } from 'vitest';
import type { AlertRule } from './alert.ts';
import { type ReplayedDay, replayAlert } from './replay-alert.ts';

const rule: AlertRule = {
  kpi: 'tickets-created',
  filter: null,
  time: 'calendar',
  windowHours: 24,
  by: null,
  leastN: 0,
  keepFiringMinutes: 15,
  condition: { kind: 'threshold', side: 'above', line: 10 },
};

const seriesOf = (figures: readonly number[]): ReplayedDay[] =>
  figures.map((figure, at) => ({
    day: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
    figures: new Map([['', { figure, n: figure }]]),
  }));

test('a firing lasts from the first day beyond the line to the first day back', () => {
  const found = replayAlert(rule, seriesOf([9, 11, 12, 10, 15]), 5, 0);
  expect(found.judged).toBe(5);
  expect(found.firings).toEqual([
    { value: '', began: '2026-01-02', ended: '2026-01-04', figure: 11, n: 11 },
    { value: '', began: '2026-01-05', ended: null, figure: 15, n: 15 },
  ]);
});

test('days before those replayed only say what is usual', () => {
  const unusual: AlertRule = { ...rule, condition: { kind: 'unusual', side: 'above', width: 3 } };
  const weekly: number[] = Array.from({ length: 57 }, (_, at) => (at % 7 === 0 ? 100 : 10));
  expect(replayAlert(unusual, seriesOf(weekly), 1, 0)).toEqual({ firings: [], judged: 1 });
  expect(replayAlert(unusual, seriesOf(weekly.slice(-7)), 1, 0)).toEqual({ firings: [], judged: 0 });
  const odd = weekly.with(56, 200);
  expect(replayAlert(unusual, seriesOf(odd), 1, 0).firings).toMatchObject([{ began: '2026-02-26', figure: 200 }]);
});
