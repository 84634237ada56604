import { expect, test } from 'vitest';
import type { QueryResult } from '#domain/report/query.ts';
import { changeOf, parseRef, readFigures } from './figures.ts';

const result: QueryResult = {
  columns: [
    { id: 'period', unit: 'date', role: 'period' },
    { id: 'agent', unit: 'text', role: 'dimension' },
    { id: 'sla-compliance', unit: 'share', role: 'kpi' },
    { id: 'sla-compliance:previous', unit: 'share', role: 'compare' },
  ],
  rows: [],
  total: [null, null, 0.9, 0.8],
  meta: {
    timeZone: 'UTC',
    from: '2026-01-01',
    to: '2026-02-01',
    time: 'business',
    definitions: [],
    n: { 'sla-compliance': 40 },
    freshness: null,
    running: 3,
    bounded: 0,
    labels: {},
    truncated: false,
  },
};

test('a figure knows its comparison and its n', () => {
  const { columns, period, dimensions } = readFigures(result);
  expect(period).toBe(0);
  expect(dimensions).toEqual([{ id: 'agent', index: 1 }]);
  expect(columns).toEqual([{ id: 'sla-compliance', unit: 'share', index: 2, before: 3, n: 40 }]);
});

test('a share changes by points, anything else by its share, nothing against zero or no data', () => {
  expect(changeOf(0.9, 0.8, 'share')).toBeCloseTo(0.1);
  expect(changeOf(110, 100, 'count')).toBeCloseTo(0.1);
  expect(changeOf(5, 0, 'count')).toBeNull();
  expect(changeOf(null, 1, 'count')).toBeNull();
});

test('a reference has a KPI, a variant and a statistic', () => {
  expect(parseRef('first-reply-time.created:within-3600')).toEqual({
    kpi: 'first-reply-time',
    variant: 'created',
    statistic: 'within-3600',
  });
  expect(parseRef('backlog')).toEqual({ kpi: 'backlog', variant: null, statistic: null });
});
