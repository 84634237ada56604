import { expect, test } from 'vitest';
import { sortRows } from './sort-rows.ts';
import type { TableModel } from './table-model.ts';

const shared = { hint: null, better: null, promise: false };
const model: TableModel = {
  columns: [
    { id: 'team', name: 'Team', unit: 'text', numeric: false, ...shared },
    { id: 'n', name: 'n', unit: 'count', numeric: true, ...shared },
  ],
  rows: [
    ['Team 10', 4],
    ['Équipe', null],
    ['Team 9', 12],
    ['Zone', 4],
  ].map(([team, n]) => ({
    key: String(team),
    cells: [
      { value: team ?? null, text: '' },
      { value: n ?? null, text: '' },
    ],
  })),
  total: null,
};
const order = (sort: string | null) => sortRows(model, sort, 'fr').map(({ key }) => key);

test('rows go by a column up or down, no data last in both, equal rows as they were', () => {
  expect(order('n')).toEqual(['Team 10', 'Zone', 'Team 9', 'Équipe']);
  expect(order('-n')).toEqual(['Team 9', 'Team 10', 'Zone', 'Équipe']);
});

test('texts go by the alphabet of the language, and their numbers by size', () => {
  expect(order('team')).toEqual(['Équipe', 'Team 9', 'Team 10', 'Zone']);
});

test('without an order, or by a column that is not there, rows stay as they came', () => {
  expect(order(null)).toEqual(model.rows.map(({ key }) => key));
  expect(order('-gone')).toEqual(model.rows.map(({ key }) => key));
});
