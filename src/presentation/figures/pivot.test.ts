import { expect, test } from 'vitest';
import type { QueryResult, ResultColumn } from '#domain/report/query.ts';
import { orderValues, pivotOf } from './pivot.ts';

function resultOf(columns: readonly ResultColumn[], rows: QueryResult['rows']): QueryResult {
  const meta = {
    timeZone: 'UTC',
    from: '',
    to: '',
    time: 'business',
    definitions: [],
    n: {},
    freshness: null,
  } as const;
  return { columns, rows, total: [], meta: { ...meta, running: null, bounded: 0, labels: {}, truncated: false } };
}

const share: ResultColumn = { id: 'sla-compliance', unit: 'share', role: 'kpi' };
const agent: ResultColumn = { id: 'agent', unit: 'text', role: 'dimension' };

test('a missing pair is no data, never 0', () => {
  const metric: ResultColumn = { id: 'metric', unit: 'text', role: 'dimension' };
  const pivot = pivotOf(
    resultOf(
      [agent, metric, share],
      [
        ['a', 'resolution', 0.9],
        ['a', 'first-reply', 0.8],
        ['b', 'resolution', 0.7],
      ],
    ),
  );
  expect(pivot?.columns).toEqual(['first-reply', 'resolution']);
  expect(pivot?.rows).toEqual([
    { value: 'a', cells: [0.8, 0.9] },
    { value: 'b', cells: [null, 0.7] },
  ]);
});

test('one dimension is crossed with time, in order', () => {
  const period: ResultColumn = { id: 'period', unit: 'date', role: 'period' };
  const rows = [
    ['2026-02-01', 'a', 0.5],
    ['2026-01-01', 'a', 0.4],
  ] as const;
  expect(pivotOf(resultOf([period, agent, share], rows))).toMatchObject({
    columnDimension: 'period',
    columns: ['2026-01-01', '2026-02-01'],
    rows: [{ value: 'a', cells: [0.4, 0.5] }],
  });
});

test('metrics follow the life of a ticket, and none comes last', () => {
  expect(orderValues('metric', ['ownership', null, 'assignment'])).toEqual(['assignment', 'ownership', null]);
  expect(orderValues('hour', [10, 2])).toEqual([2, 10]);
});
