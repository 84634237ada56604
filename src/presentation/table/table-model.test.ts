import { expect, test } from 'vitest';
import { type TableColumn, type TableModel, toTsv } from './table-model.ts';

const column = (id: string, name: string, numeric: boolean): TableColumn => ({
  id,
  name,
  hint: null,
  unit: numeric ? 'share' : 'text',
  numeric,
  better: null,
  promise: false,
});

test('a copied table has raw figures, empty cells without data, and no stray tabs', () => {
  const model: TableModel = {
    columns: [column('agent', 'Agent', false), column('sla', 'SLA', true)],
    rows: [
      {
        key: 'a',
        cells: [
          { value: 'a', text: 'Léa\tMartin' },
          { value: 0.934, text: '93,4 %' },
        ],
      },
      {
        key: 'b',
        cells: [
          { value: 'b', text: 'Tom' },
          { value: null, text: '–' },
        ],
      },
    ],
    total: [
      { value: null, text: 'Total' },
      { value: 0.9, text: '90 %' },
    ],
  };
  expect(toTsv(model)).toBe('Agent\tSLA\nLéa Martin\t0.934\nTom\t\nTotal\t0.9');
});
