import { expect, test } from 'vitest';
import type { AlertItem } from '#domain/alerts/alert-item.ts';
import { noticesOf } from './notices-of.ts';

const item = (value: string, phase: AlertItem['phase'] = 'begun'): AlertItem => ({
  ...{ phase, alert: 'a', title: 'Any customer who waits', value, usual: null, figure: 5400, n: 12, at: 1000 },
  rule: {
    ...{ kpi: 'first-reply-time', filter: null, time: 'calendar', windowHours: 24, by: 'customer', leastN: 1 },
    keepFiringMinutes: 15,
    condition: { kind: 'threshold', side: 'above', line: 3600 },
  },
});
const reader = { labels: { customer: { c1: 'Zoé' } }, language: 'en' } as const;

test('a few figures are told one by one', () => {
  const notices = noticesOf(
    ['c1', 'c2', 'c3'].map((id) => item(id)),
    reader,
  );
  expect(notices.map(({ message, params }) => [message, params.kpi])).toEqual([
    ['kpi-alert', 'Any customer who waits · Zoé'],
    ['kpi-alert', 'Any customer who waits · c2'],
    ['kpi-alert', 'Any customer who waits · c3'],
  ]);
  expect(new Set(notices.map(({ dedupeKey }) => dedupeKey)).size).toBe(3);
});

test('many that begin at once are one notice, which says how many and names the first; what ends is another', () => {
  const begun = Array.from({ length: 300 }, (_, at) => item(`c${at + 1}`));
  const notices = noticesOf([...begun, item('c400', 'over')], reader);
  expect(
    notices.map(({ message, params }) => [message, params.count, String(params.values).replaceAll(/\s/g, ' ')]),
  ).toEqual([
    ['kpi-alerts', 300, 'Zoé 1 h 30, c2 1 h 30, c3 1 h 30…'],
    ['kpi-back', undefined, 'undefined'],
  ]);
});
