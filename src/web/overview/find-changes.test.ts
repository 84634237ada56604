import { expect, test } from 'vitest';
import type { QueryResult, Unit } from '#domain/report/query.ts';
import { findChanges, heaviest } from './find-changes.ts';

const column = (id: string, unit: Unit, role: 'dimension' | 'kpi' | 'compare') => ({ id, unit, role });

function resultOf(rows: QueryResult['rows'], whole = 0.9): QueryResult {
  return {
    columns: [
      column('team', 'text', 'dimension'),
      column('sla-compliance', 'share', 'kpi'),
      column('decided', 'count', 'kpi'),
      column('sla-compliance:before', 'share', 'compare'),
      column('decided:before', 'count', 'compare'),
    ],
    rows,
    total: [null, whole, 500, 0.9, 480],
    meta: {
      timeZone: 'UTC',
      from: '',
      to: '',
      time: 'business',
      definitions: [],
      n: {},
      freshness: null,
      running: null,
      bounded: 0,
      labels: {},
      truncated: false,
    },
  };
}

test('a group is compared with its own past, else with the whole', () => {
  const result = resultOf([['a', 0.8, 100, 0.95, 100]]);
  expect(findChanges(result, true)[0]).toMatchObject({ value: 'a', reference: 0.95, n: 100 });
  expect(findChanges(result, false)[0]?.difference).toBeCloseTo(-0.1);
});

test('few verdicts, small differences, no data and no name are not changes', () => {
  const rows: QueryResult['rows'] = [
    ['few', 0.1, 5, 0.9, 100],
    ['same', 0.91, 100, 0.9, 100],
    ['empty', null, 100, 0.9, 100],
    [null, 0.2, 100, 0.9, 100],
    ['new', 0.5, 100, null, null],
  ];
  expect(findChanges(resultOf(rows), true)).toEqual([]);
});

test('many clocks weigh more than a few that moved as far', () => {
  const changes = findChanges(
    resultOf([
      ['small', 0.7, 25, 0.9, 25],
      ['large', 0.7, 400, 0.9, 400],
    ]),
    true,
  );
  expect(heaviest(changes, 1)[0]?.value).toBe('large');
});
