import { expect, test } from 'vitest';
import type { FigureColumn } from '../figures/figures.ts';
import { stackOf } from './over-time.ts';

const columns = ['backlog', 'backlog-age.under-1-day', 'backlog-age.over-30-days'].map(
  (id, index): FigureColumn => ({ id, unit: 'count', index, before: null, n: null }),
);

test('a whole is a line over its parts, which stand on top of each other', () => {
  expect(columns.map(stackOf(columns, false))).toEqual([false, true, true]);
});

test('figures that are no parts of one are lines, and groups add up', () => {
  const pair = [columns[0], { ...columns[0], id: 'tickets-created' }] as FigureColumn[];
  expect(pair.map(stackOf(pair, false))).toEqual([false, false]);
  expect(pair.map(stackOf(pair, true))).toEqual([true, true]);
});
